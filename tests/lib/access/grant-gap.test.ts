import { describeGap, grantGap } from '#lib/access/grant-gap.ts';
import { parseScope } from '#lib/access/scope.ts';
import { formatScope } from '#lib/access/scope-format.ts';
import { describe, expect, it } from 'vitest';

const gapOf = (granted: string, asked: string) =>
	grantGap(
		parseScope(granted).permissions.map(({ name }) => name),
		parseScope(asked).permissions
	);

describe('grantGap', () => {
	it.each([
		['', '', '', ''],
		['read_vin', 'read_vin', '', ''],
		['read_vin', 'required:read_vin', '', ''],
		['', 'read_vin', 'read_vin', ''],
		['read_vin', '', '', 'read_vin'],
		['read_vin', 'required:read_location', 'required:read_location', 'read_vin'],
		[
			'read_battery',
			'control_charge read_vin required:read_charge',
			'required:read_charge read_vin control_charge',
			'read_battery'
		]
	])('granted “%s”, asked “%s”: lacks “%s”, holds “%s” besides', (granted, asked, lacks, extra) => {
		const gap = gapOf(granted, asked);
		expect(formatScope(gap.missing)).toBe(lacks);
		expect(gap.extra.join(' ')).toBe(extra);
	});

	it('puts both lists in scope order, whatever order they come in', () => {
		const gap = grantGap(
			['control_trunk', 'read_vin', 'read_alerts'],
			[
				{ name: 'control_charge', required: false },
				{ name: 'read_battery', required: true }
			]
		);
		expect(gap).toEqual({
			missing: [
				{ name: 'read_battery', required: true },
				{ name: 'control_charge', required: false }
			],
			extra: ['read_alerts', 'read_vin', 'control_trunk']
		});
	});
});

describe('describeGap', () => {
	it.each([
		['read_vin', 'required:read_vin', 'Holds exactly what is asked for now.'],
		['', 'read_location', 'Would also be asked for read_location.'],
		[
			'read_battery',
			'read_battery required:read_location read_odometer read_vin',
			'Would also be asked for read_location (required), read_odometer and read_vin.'
		],
		['read_vin', '', 'Still holds read_vin, which is no longer asked for.'],
		[
			'read_vin read_fuel read_battery',
			'read_battery',
			'Still holds read_fuel and read_vin, which are no longer asked for.'
		],
		[
			'read_vin',
			'read_location',
			'Would also be asked for read_location. Still holds read_vin, which is no longer asked for.'
		]
	])('granted “%s”, asked “%s”: %s', (granted, asked, sentence) => {
		expect(describeGap(gapOf(granted, asked))).toBe(sentence);
	});
});
