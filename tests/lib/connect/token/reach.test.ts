import { reachOf } from '#lib/connect/token/reach.ts';
import { describe, expect, it } from 'vitest';

const AGREED = { vehicleIds: ['a', 'b'], scope: 'read_vin read_battery' };

describe('what an authorization reaches', () => {
	it.each([
		['nothing where no vehicle is connected', [], [], []],
		['nothing of an owner without any', [{ vehicleId: null, granted: null }], [], []],
		[
			'vehicles of its own consent alone',
			[
				{ vehicleId: 'a', granted: ['read_vin'] },
				{ vehicleId: 'c', granted: ['read_battery'] }
			],
			[{ id: 'a', permissions: ['read_vin'] }],
			['read_vin']
		],
		[
			'what is still granted, and never more than was agreed',
			[{ vehicleId: 'a', granted: ['read_odometer', 'read_battery'] }],
			[{ id: 'a', permissions: ['read_battery'] }],
			['read_battery']
		],
		[
			'a vehicle that grants nothing of it any more',
			[{ vehicleId: 'b', granted: ['read_odometer'] }],
			[{ id: 'b', permissions: [] }],
			[]
		],
		[
			'permissions of any vehicle, in scope order',
			[
				{ vehicleId: 'b', granted: ['read_vin'] },
				{ vehicleId: 'a', granted: ['read_battery'] }
			],
			[
				{ id: 'b', permissions: ['read_vin'] },
				{ id: 'a', permissions: ['read_battery'] }
			],
			['read_battery', 'read_vin']
		]
	] as const)('%s', (_title, connected, vehicles, permissions) => {
		expect(reachOf(AGREED, connected)).toEqual({ vehicles, permissions });
	});
});
