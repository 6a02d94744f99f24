import { officialCatalog } from '#lib/access/catalog/official.ts';
import { profileOf } from '#lib/vehicles/profiles/profiles.ts';
import { describe, expect, it } from 'vitest';
import {
	cellOf,
	type Reach
} from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicles/cells/cells.ts';

const open: Reach = {
	granted: ['read_battery', 'read_charge', 'read_odometer'],
	fault: null,
	account: { passwordCurrent: true, vehicleDeleted: false },
	plan: { limit: null, calls: 0 }
};

function cell(reach: Reach, code: string, profile = 'volkswagen-id4') {
	const item = officialCatalog.item(code);
	if (!item) throw new TypeError(code);
	return cellOf(reach, { make: 'VOLKSWAGEN', profile: profileOf(profile) }, item);
}

describe('a cell', () => {
	const charge = 'tractionbattery-stateofcharge';

	it.each<[string, Reach, string, string, string, number, string | null]>([
		['granted', open, charge, 'volkswagen-id4', 'granted', 200, null],
		['left out', open, 'closure-islocked', 'volkswagen-id4', 'left-out', 403, 'PERMISSION'],
		['not had', open, charge, 'subaru-outback', 'cannot', 501, 'VEHICLE_NOT_CAPABLE'],
		[
			'of a changed password',
			{ ...open, account: { passwordCurrent: false, vehicleDeleted: false } },
			charge,
			'volkswagen-id4',
			'failing',
			400,
			'AUTHENTICATION_FAILED'
		],
		[
			'over the plan',
			{ ...open, plan: { limit: 5, calls: 5 } },
			charge,
			'volkswagen-id4',
			'failing',
			430,
			'VEHICLE_REQUEST_LIMIT'
		],
		[
			'of a test login that fails',
			{ ...open, fault: 'VEHICLE_STATE:UNREACHABLE' },
			charge,
			'volkswagen-id4',
			'failing',
			409,
			'VEHICLE_STATE:UNREACHABLE'
		]
	])('of what is %s', (_, reach, code, profile, mark, status, error) => {
		expect(cell(reach, code, profile)).toEqual({ mark, status, code: error });
	});
});
