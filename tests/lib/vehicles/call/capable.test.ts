import { officialCatalog } from '#lib/access/catalog/official.ts';
import { isCapable } from '#lib/vehicles/call/capable.ts';
import { signalsOf } from '#lib/vehicles/profiles/capabilities.ts';
import { PROFILES, profileOf } from '#lib/vehicles/profiles/profiles.ts';
import { describe, expect, it } from 'vitest';

function can(profile: string, code: string): boolean {
	const item = officialCatalog.item(code);
	if (!item) throw new TypeError(code);
	const kind = profileOf(profile);
	return isCapable({ make: kind.make, profile: kind }, item);
}

describe('what a vehicle has', () => {
	it.each([
		['tesla-model-3', 'tractionbattery-stateofcharge', true],
		['subaru-outback', 'tractionbattery-stateofcharge', false],
		['subaru-outback', 'odometer-traveleddistance', true],
		['tesla-model-3', 'charge-start', true],
		['subaru-outback', 'charge-start', false],
		['subaru-outback', 'make', true],
		['subaru-outback', 'v2-battery', false],
		['tesla-model-3', 'v2-battery', true]
	])('of %s: %s is %s', (profile, code, has) => {
		expect(can(profile, code)).toBe(has);
	});

	it('is the signals of its profile, no more and no less', () => {
		for (const profile of PROFILES) {
			const codes = officialCatalog.items
				.filter((item) => item.kind === 'signal')
				.filter((item) => isCapable({ make: profile.make, profile }, item))
				.map(({ code }) => code);
			expect(new Set(codes)).toEqual(signalsOf(profile));
		}
	});
});
