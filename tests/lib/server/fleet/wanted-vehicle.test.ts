import { decideVehicle } from '#lib/server/fleet/wanted-vehicle.ts';
import { describe, expect, it } from 'vitest';

describe('decideVehicle', () => {
	it.each([
		[{}, { make: 'TESLA', model: 'Model 3', year: 2021, vin: null, profile: 'tesla-model-3' }],
		[{ make: 'Chevrolet' }, { make: 'CHEVROLET', model: 'Volt', profile: 'chevrolet-volt' }],
		[
			{ powertrain: 'ICE' as const },
			{ make: 'SUBARU', model: 'Outback', profile: 'subaru-outback' }
		],
		[{ make: 'bmw' }, { make: 'BMW', model: 'i4', year: 2019, profile: 'hyundai-ioniq-5' }],
		[
			{ make: 'bmw', powertrain: 'PHEV' as const },
			{ model: '330e', profile: 'bmw-330e' }
		],
		[
			{ make: 'FORD', model: 'Bronco', year: 2024 },
			{ make: 'FORD', model: 'Bronco', year: 2024 }
		],
		[
			{ vin: '5yj3e1ea7kf000001' },
			{ make: 'TESLA', model: 'Model 3', year: 2019, vin: '5YJ3E1EA7KF000001' }
		],
		[{ vin: '0SCVOLK0123456789' }, { make: 'VOLKSWAGEN', profile: 'volkswagen-id4' }],
		[{ profile: 'kia-ev6' }, { make: 'KIA', model: 'EV6', year: 2023, profile: 'kia-ev6' }],
		[{ profile: 'simulated-hev' }, { make: 'TOYOTA', profile: 'simulated-hev' }],
		[
			{ profile: 'simulated-bev', make: 'AUDI', model: 'Q4' },
			{ make: 'AUDI', model: 'Q4', profile: 'simulated-bev' }
		]
	])('of %j is %j', (wanted, decided) => {
		expect(decideVehicle(wanted)).toMatchObject(decided);
	});

	it.each([
		[{ make: 'Trabant' }, 'NO_SUCH_MAKE'],
		[{ make: 'TESLA', profile: 'hovercraft' }, 'NO_SUCH_PROFILE'],
		[{ powertrain: 'ICE' as const, profile: 'kia-ev6' }, 'OTHER_POWERTRAIN']
	])('of %j refuses with %s', (wanted, code) => {
		expect(decideVehicle(wanted)).toBe(code);
	});
});
