import OwnerTime from '#lib/components/OwnerTime.svelte';
import { render } from '@testing-library/svelte';
import { expect, it } from 'vitest';

const at = Date.UTC(2027, 0, 3, 14, 2);

it.each([
	['en', 'day', undefined, '3 January 2027'],
	['de', 'day', 'Seit {time}', 'Seit 3. Januar 2027'],
	['en', 'moment', 'By you, {time}', 'By you, 3 January 2027 at 14:02 UTC'],
	['en', 'day', 'You left it out.', 'You left it out.']
] as const)('in %s a %s within “%s” is “%s”', (language, style, text, written) => {
	const { container } = render(OwnerTime, { language, style, at, text });
	expect(container.textContent?.trim()).toBe(written);
	const time = container.querySelector('time');
	if (text?.includes('{time}') === false) return expect(time).toBeNull();
	expect(time?.dateTime).toBe('2027-01-03T14:02:00.000Z');
	expect(time?.dataset.date).toBe(style);
});
