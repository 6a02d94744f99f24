import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { lint } from '#lib/access/lint.ts';
import type { UnusedPermission } from '#lib/access/unused-permission.ts';
import { expect, it } from 'vitest';

const TODAY = '2026-11-23';

function findings(codes: readonly string[], permissions: readonly UnusedPermission[]) {
	const selection = codes.map((code) => ({ code, required: false }));
	const access = derive(selection, officialCatalog);
	const unused = { days: 30, permissions };
	const about = { selection, access, catalog: officialCatalog, today: TODAY, filtered: true };
	return lint({ ...about, unused }).filter(({ rule }) => rule === 'permission-unused');
}

const ODOMETER = 'odometer-traveleddistance';

it('says what nobody used, and offers to drop what asks for it', () => {
	expect(findings(['make', ODOMETER], [{ name: 'read_odometer', connections: 12 }])).toEqual([
		{
			rule: 'permission-unused',
			severity: 'warning',
			title: 'read_odometer was not used for 30 days by any of 12 connections.',
			message:
				'Owners give more easily what an app uses. Drop what asks for it, unless your app is about to use it.',
			codes: [ODOMETER],
			fix: { label: 'Drop Traveled distance', deselect: [ODOMETER] }
		}
	]);
});

it.each([
	[1, 'by the one connection that has it.'],
	[2, 'by any of 2 connections.'],
	[1200, 'by any of 1,200 connections.']
])('counts %i connections', (connections, end) => {
	const [found] = findings([ODOMETER], [{ name: 'read_odometer', connections }]);
	expect(found?.title).toBe(`read_odometer was not used for 30 days ${end}`);
});

it.each([
	[['location-preciselocation', 'location-isathome'], /^Drop .+ and .+$/],
	[
		[
			'tractionbattery-range',
			'tractionbattery-stateofcharge',
			'tractionbattery-nominalcapacity',
			'v2-battery'
		],
		/^Drop 4 items$/
	]
] as const)('names few items and counts many: %j', (codes, label) => {
	const names = derive(
		codes.map((code) => ({ code, required: false })),
		officialCatalog
	).map(({ name }) => ({ name, connections: 2 }));
	const [found] = findings(codes, names);
	expect(found?.fix?.label).toMatch(label);
	expect(found?.fix?.deselect).toEqual(codes);
});

it('is settled by its fix', () => {
	const unused = [{ name: 'read_odometer', connections: 12 }] as const;
	const [found] = findings(['make', ODOMETER], unused);
	const left = ['make', ODOMETER].filter((code) => !found?.fix?.deselect?.includes(code));
	expect(left).toEqual(['make']);
	expect(findings(left, unused)).toEqual([]);
});

it('says nothing of what the draft no longer asks for', () => {
	expect(findings(['make'], [{ name: 'read_odometer', connections: 12 }])).toEqual([]);
});
