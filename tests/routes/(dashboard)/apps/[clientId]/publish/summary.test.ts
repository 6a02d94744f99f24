import { diffAccess } from '#lib/access/diff.ts';
import { impactOf } from '#lib/access/impact.ts';
import { parseScope } from '#lib/access/scope.ts';
import { describe, expect, it } from 'vitest';
import { changesInWords } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/publish/changes-in-words.ts';
import { summarize } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/publish/summary.ts';

const access = (scope: string) =>
	parseScope(scope).permissions.map((permission) => ({
		...permission,
		neededBy: [],
		requiredBy: []
	}));

const diff = (before: string, after: string) => diffAccess(access(before), access(after));

describe('changesInWords', () => {
	it.each([
		['', 'read_battery', 0, '1 permission is new.'],
		['', 'read_battery read_fuel', 0, '2 permissions are new.'],
		[
			'read_odometer read_tires required:read_battery',
			'required:read_odometer read_battery read_fuel read_vin',
			0,
			'2 permissions are new, 1 is now required, 1 is now optional, 1 is no longer asked.'
		],
		['read_battery', 'read_battery', 1, 'The purpose of 1 permission changed.'],
		[
			'read_battery read_fuel',
			'read_battery',
			2,
			'1 permission is no longer asked. The purpose of 2 permissions changed.'
		],
		['read_battery', 'read_battery', 0, '']
	])('from “%s” to “%s”, %d told anew: %s', (before, after, retold, words) => {
		expect(changesInWords(diff(before, after), retold)).toBe(words);
	});
});

describe('summarize', () => {
	const summary = (before: string | null, after: string) =>
		summarize({
			applicationName: 'Charge Planner',
			published: before === null ? null : { number: 7, scope: before },
			locked: { access: access(after) },
			access: diff(before ?? '', after),
			retold: 0,
			impact: impactOf(
				[{ granted: ['read_battery'], count: 14, named: [] }],
				parseScope(after).permissions
			)
		});

	it('says in text what the page shows, what weighs most first', () => {
		expect(
			summary(
				'read_battery read_odometer read_vin',
				'read_battery required:read_location required:read_odometer'
			)
		).toMatchInlineSnapshot(`
			"Version 8 of Charge Planner
			Owners are asked for more of some things and less of others. 1 permission is new, 1 is now required, 1 is no longer asked.
			- read_location: new, required, sensitive
			- read_odometer: now required
			- read_vin: no longer asked
			Scope before: read_battery read_odometer read_vin
			Scope after: read_battery required:read_location required:read_odometer
			All 14 connections lack a permission of this version until their owners authorize again."
		`);
	});

	it('compares a first version with nothing', () => {
		expect(summary(null, 'required:read_battery')).toMatchInlineSnapshot(`
			"Version 1 of Charge Planner
			This is the first version.
			- read_battery: new, required
			Scope after: required:read_battery
			All 14 connections hold what this version asks for, so nobody has to be asked again."
		`);
	});
});
