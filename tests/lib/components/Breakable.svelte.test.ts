import Breakable from '#lib/components/Breakable.svelte';
import { render } from '@testing-library/svelte';
import { expect, it } from 'vitest';

it.each([
	['COMPATIBILITY:VEHICLE_NOT_CAPABLE', 'COMPATIBILITY:|VEHICLE_|NOT_|CAPABLE'],
	['read_battery', 'read_|battery'],
	['/v3/vehicles/…/signals', '/v3|/vehicles|/…|/signals'],
	['Vehicle is asleep', 'Vehicle is asleep'],
	['', '']
])('%s breaks between its parts alone', (text, parts) => {
	const { container } = render(Breakable, { text });
	expect(container.textContent).toBe(text);
	expect(container.innerHTML.replaceAll('<!---->', '').replaceAll('<wbr>', '|')).toContain(parts);
});
