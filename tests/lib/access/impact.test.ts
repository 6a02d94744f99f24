import { describeImpact, impactOf, MAX_NAMED, type GrantGroup } from '#lib/access/impact.ts';
import { parseScope } from '#lib/access/scope.ts';
import { formatScope } from '#lib/access/scope-format.ts';
import { describe, expect, it } from 'vitest';

/** `count` connections that hold the permissions of a scope; all that may be named are. */
const group = (granted: string, count: number): GrantGroup => ({
	granted: parseScope(granted).permissions.map(({ name }) => name),
	count,
	named: Array.from({ length: Math.min(count, MAX_NAMED) }, (_, index) => ({
		id: `${granted} ${index}`,
		vehicle: 'Chevrolet Volt 2023',
		username: 'alice'
	}))
});

const impact = (grants: readonly GrantGroup[], asked: string) =>
	impactOf(grants, parseScope(asked).permissions);

describe('impactOf', () => {
	it('groups what lacks the same, the largest group first', () => {
		const { total, lacking, groups } = impact(
			[
				group('read_battery', 2),
				group('read_battery read_vin', 4),
				group('read_vin', 1),
				group('read_battery read_location', 3)
			],
			'read_battery required:read_location'
		);
		expect({ total, lacking }).toEqual({ total: 10, lacking: 7 });
		expect(groups.map(({ missing, count }) => [formatScope(missing), count])).toEqual([
			['required:read_location', 6],
			['read_battery required:read_location', 1]
		]);
		expect(groups[0]?.named).toHaveLength(6);
	});

	it('names as many of a group as may be named, and counts them all', () => {
		const { groups } = impact([group('', 30), group('read_vin', 15)], 'read_battery');
		expect(groups).toMatchObject([{ count: 45 }]);
		expect(groups[0]?.named).toHaveLength(MAX_NAMED);
	});

	it('counts by permission what is lacking, the required ones first, and what is still held', () => {
		const { lacks, stillHeld } = impact(
			[group('read_battery read_security', 9), group('read_battery read_charge', 5)],
			'read_battery read_charge required:read_location'
		);
		expect(lacks).toEqual([
			{ name: 'read_location', required: true, count: 14 },
			{ name: 'read_charge', required: false, count: 9 }
		]);
		expect(stillHeld).toEqual([{ name: 'read_security', count: 9 }]);
	});

	it('does not mind what is held besides', () => {
		expect(impact([group('read_battery read_vin', 2)], 'read_battery').groups).toEqual([]);
	});
});

describe('describeImpact', () => {
	it.each([
		[0, 0, 'No vehicle is connected yet, so nobody has to be asked again.'],
		[0, 1, 'The one connection holds what this version asks for, so nobody has to be asked again.'],
		[0, 40, 'All 40 connections hold what this version asks for, so nobody has to be asked again.'],
		[
			1,
			1,
			'The one connection lacks a permission of this version until its owner authorizes again.'
		],
		[
			1,
			40,
			'1 of 40 connections lacks a permission of this version until its owner authorizes again.'
		],
		[
			40,
			40,
			'All 40 connections lack a permission of this version until their owners authorize again.'
		],
		[
			12,
			40,
			'12 of 40 connections lack a permission of this version until their owners authorize again.'
		]
	])('%d of %d: %s', (lacking, total, sentence) => {
		const grants = [group('', lacking), group('read_vin', total - lacking)];
		const { subject, rest } = describeImpact(impact(grants, 'read_vin'));
		expect(`${subject} ${rest}`).toBe(sentence);
	});
});
