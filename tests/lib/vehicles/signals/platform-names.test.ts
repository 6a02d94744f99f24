import { platformNames } from '#lib/vehicles/signals/platform-names.ts';
import { isSignalCode, SIGNALS } from '#lib/vehicles/signals/signals.ts';
import { expect, it } from 'vitest';

it('names every signal as the platform does: its code is both names in small letters', () => {
	for (const code of Object.keys(SIGNALS).filter(isSignalCode)) {
		const { group, name } = platformNames(code);
		expect(`${group}-${name}`.toLowerCase()).toBe(code);
	}
	expect(platformNames('diagnostics-evhvbattery')).toEqual({
		group: 'Diagnostics',
		name: 'EVHVBattery'
	});
});
