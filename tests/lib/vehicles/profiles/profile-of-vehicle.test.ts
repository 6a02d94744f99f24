import { profileOfVehicle } from '#lib/vehicles/profiles/profile-of-vehicle.ts';
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

	it('is unknown only by a fault of ours', () => {
		expect(() => profileOfVehicle({ ...VOLT, profile: 'none' })).toThrow(TypeError);
	});
});
