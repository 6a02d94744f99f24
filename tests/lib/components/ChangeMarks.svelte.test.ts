import ChangeMarks from '#lib/components/ChangeMarks.svelte';
import { render } from '@testing-library/svelte';
import { expect, it } from 'vitest';

it.each([
	['added', true, true, ['sign new', 'sign required', 'sensitive']],
	['added', true, false, ['sign new', 'sign required']],
	['added', false, true, ['sign new', 'sensitive']],
	['added', false, false, ['sign new']],
	['nowRequired', true, true, ['sign now required', 'sensitive']],
	['nowOptional', false, false, ['sign now optional']],
	['removed', false, true, ['sign no longer asked']]
] as const)('%s, required: %s, sensitive: %s', (change, required, sensitive, expected) => {
	const { container } = render(ChangeMarks, { change, required, sensitive });
	const marks = [...container.querySelectorAll('.badge')].map(
		(badge) => `${badge.querySelector('svg') ? 'sign ' : ''}${badge.textContent.trim()}`
	);
	expect(marks).toEqual(expected);
});
