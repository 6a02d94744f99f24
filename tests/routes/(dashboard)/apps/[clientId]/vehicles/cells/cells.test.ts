import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import { profileOf } from '#lib/vehicles/profiles/profiles.ts';
import { describe, expect, it } from 'vitest';
import {
	cellOf,
	type MarkName,
	type Reach
} from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicles/cells/cells.ts';
import { after, vehicleOf } from '../../../../../../lib/vehicles/vehicles.ts';

const open: Reach = {
	granted: ['read_battery', 'read_charge', 'read_odometer', 'control_charge', 'control_security'],
	fault: null,
	account: { passwordCurrent: true, vehicleDeleted: false },
	plan: { limit: null, calls: 0 }
};

function cell(reach: Reach, code: string, life: Vehicle) {
	const item = officialCatalog.item(code);
	if (!item) throw new TypeError(code);
	return cellOf(reach, { make: 'VOLKSWAGEN', profile: profileOf(life.state.profile), life }, item);
}

const car = vehicleOf('volkswagen-id4');
const asleep = after(car, { event: 'sleep' });

describe('a cell', () => {
	const charge = 'tractionbattery-stateofcharge';
	const again = 'The owner has to sign in again.';
	const usedUp = 'The calls of this month are used up.';

	it.each<[string, Reach, string, Vehicle, MarkName, number, string | null, string | null]>([
		['granted', open, charge, car, 'granted', 200, null, null],
		['left out', open, 'closure-islocked', car, 'left-out', 403, 'PERMISSION', null],
		[
			'not had',
			open,
			charge,
			vehicleOf('subaru-outback'),
			'cannot',
			501,
			'VEHICLE_NOT_CAPABLE',
			null
		],
		[
			'of a changed password',
			{ ...open, account: { passwordCurrent: false, vehicleDeleted: false } },
			charge,
			car,
			'failing',
			400,
			'AUTHENTICATION_FAILED',
			again
		],
		[
			'over the plan',
			{ ...open, plan: { limit: 5, calls: 5 } },
			charge,
			car,
			'failing',
			430,
			'VEHICLE_REQUEST_LIMIT',
			usedUp
		],
		[
			'of a test login that fails',
			{ ...open, fault: 'VEHICLE_STATE:UNREACHABLE' },
			charge,
			car,
			'failing',
			409,
			'UNREACHABLE',
			'It is offline; bring it online first.'
		],
		['read of one that sleeps', open, charge, asleep, 'granted', 200, null, null],
		[
			'ordered from one that sleeps',
			open,
			'security-lock',
			asleep,
			'not-now',
			409,
			'ASLEEP',
			'Wake it up first.'
		],
		['ordered from one that is awake', open, 'security-lock', car, 'granted', 200, null, null],
		[
			'ordered without its plug',
			open,
			'charge-start',
			car,
			'not-now',
			409,
			'CHARGING_PLUG_NOT_CONNECTED',
			'Plug in first.'
		],
		[
			'read while it does not charge',
			open,
			'charge-timetocomplete',
			car,
			'no-value',
			200,
			'NOT_CHARGING',
			'It does not charge.'
		]
	])('of what is %s', (_, reach, code, life, mark, status, error, why) => {
		expect(cell(reach, code, life)).toEqual({ mark, status, code: error, why });
	});
});
