import { signalsOf } from '#lib/vehicles/profiles/capabilities.ts';
import { profileOfVehicle } from '#lib/vehicles/profiles/profile-of-vehicle.ts';
import { INCOMPATIBLE } from '#lib/vehicles/profiles/profiles.ts';
import { Profile } from '#lib/vehicles/profiles/schema.ts';
import { describe, expect, it } from 'vitest';

const VOLT = { profile: null, make: 'CHEVROLET', model: 'Volt', level: 'compatible' };

describe('how a stored vehicle behaves', () => {
	it.each([
		['as its make and model', VOLT, { make: 'CHEVROLET', powertrain: 'PHEV' }],
		['as its test login says', { ...VOLT, level: 'bev' }, { powertrain: 'BEV' }],
		['as its test login says', { ...VOLT, level: 'fuel' }, { powertrain: 'ICE' }],
		['as was chosen', { ...VOLT, profile: 'toyota-prius' }, { id: 'toyota-prius' }],
		[
			'as was chosen, first',
			{ ...VOLT, profile: 'toyota-prius', level: 'bev' },
			{ id: 'toyota-prius' }
		]
	])('%s', (_how, vehicle, profile) => {
		expect(profileOfVehicle(vehicle)).toMatchObject(profile);
	});

	it('tells and does nothing where its test login says so', () => {
		const profile = profileOfVehicle({ ...VOLT, level: 'incompatible' });
		expect(profile).toBe(INCOMPATIBLE);
		expect(Profile.parse(profile)).toEqual(profile);
		expect(signalsOf(profile).size).toBe(0);
		expect(profile.abilities).toEqual([]);
	});

	it('is unknown only by a fault of ours', () => {
		expect(() => profileOfVehicle({ ...VOLT, profile: 'none' })).toThrow(TypeError);
	});
});
