import { officialCatalog } from '#lib/access/catalog/official.ts';
import { diffAccess } from '#lib/access/diff.ts';
import { permissionChanges } from '#lib/access/permission-changes.ts';
import { parseScope } from '#lib/access/scope.ts';
import { describe, expect, it } from 'vitest';

const access = (scope: string) =>
	parseScope(scope).permissions.map((permission) => ({
		...permission,
		neededBy: [],
		requiredBy: []
	}));

/** Each change in short: `!` is required afterwards, `*` is sensitive. */
const changes = (before: string, after: string) =>
	permissionChanges(diffAccess(access(before), access(after)), officialCatalog).map(
		({ name, change, required, sensitive }) =>
			`${change} ${name}${required ? '!' : ''}${sensitive ? '*' : ''}`
	);

describe('permissionChanges', () => {
	it.each([
		['nothing', 'read_battery', 'read_battery', []],
		['one that is required and sensitive', '', 'required:read_location', ['added read_location!*']],
		['one that is required', '', 'required:read_battery', ['added read_battery!']],
		['one that is sensitive', '', 'read_location', ['added read_location*']],
		[
			'a sensitive one that is now required',
			'read_location',
			'required:read_location',
			['nowRequired read_location!*']
		],
		[
			'what can be refused again',
			'required:read_location',
			'read_location',
			['nowOptional read_location*']
		],
		['what is no longer asked', 'required:read_tires', '', ['removed read_tires']]
	])('tells of %s', (_, before, after, expected) => {
		expect(changes(before, after)).toEqual(expected);
	});

	it('puts what weighs most with an owner first, and what weighs the same in scope order', () => {
		expect(
			changes(
				'required:read_battery read_charge read_odometer read_vehicle_info',
				'read_battery read_charge_records read_fuel read_tires required:read_charge required:read_location required:read_odometer read_user_profile'
			)
		).toEqual([
			'added read_location!*',
			'nowRequired read_charge!',
			'nowRequired read_odometer!',
			'added read_charge_records*',
			'added read_user_profile*',
			'added read_fuel',
			'added read_tires',
			'nowOptional read_battery',
			'removed read_vehicle_info'
		]);
	});
});
