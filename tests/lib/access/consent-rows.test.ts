import { officialCatalog } from '#lib/access/catalog/official.ts';
import { consentRows, type ConsentRow } from '#lib/access/consent-rows.ts';
import { diffAccess } from '#lib/access/diff.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import type { Purposes } from '#lib/access/purposes.ts';
import { parseScope } from '#lib/access/scope.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const told = (scope: string, purposes: Purposes = {}) => ({
	access: parseScope(scope).permissions.map((permission) => ({
		...permission,
		neededBy: [],
		requiredBy: []
	})),
	purposes
});

const side = (value: ConsentRow['before']) =>
	value === null
		? '–'
		: `${value.required ? 'locked' : 'free'}${value.purpose && ' “'}${value.purpose}`;

/** A row in short: `name: before | after (change, sensitive)`. */
const inShort = ({ name, before, after, change, retold, sensitive }: ConsentRow) => {
	const marks = [change, ...(retold ? ['retold'] : []), ...(sensitive ? ['sensitive'] : [])];
	return `${name}: ${side(before)} | ${side(after)} (${marks.join(', ')})`;
};

const rows = (before: ReturnType<typeof told> | null, after: ReturnType<typeof told>) =>
	consentRows(before, after, officialCatalog).map(inShort);

describe('consentRows', () => {
	it.each([
		['a new one', '', 'read_battery', 'read_battery: – | free (added)'],
		[
			'a new one that is required and sensitive',
			'',
			'required:read_location',
			'read_location: – | locked (added, sensitive)'
		],
		[
			'one that is now required',
			'read_odometer',
			'required:read_odometer',
			'read_odometer: free | locked (nowRequired)'
		],
		[
			'one that is now optional',
			'required:read_odometer',
			'read_odometer',
			'read_odometer: locked | free (nowOptional)'
		],
		[
			'one that is no longer asked',
			'required:read_security',
			'',
			'read_security: locked | – (removed)'
		],
		[
			'one that stays',
			'required:read_battery',
			'required:read_battery',
			'read_battery: locked | locked (same)'
		]
	])('shows %s', (_, before, after, row) => {
		expect(rows(told(before), told(after))).toEqual([row]);
	});

	it('shows a first version beside nothing', () => {
		expect(rows(null, told('read_battery'))).toEqual(['read_battery: – | free (added)']);
	});

	it('puts what is required and sensitive first, and leaves nothing out that stays', () => {
		const before = 'required:read_battery read_charge read_odometer read_security';
		const after =
			'required:read_battery read_charge control_charge required:read_location required:read_odometer';
		expect(rows(told(before), told(after))).toEqual([
			'read_location: – | locked (added, sensitive)',
			'read_odometer: free | locked (nowRequired)',
			'control_charge: – | free (added)',
			'read_security: free | – (removed)',
			'read_battery: locked | locked (same)',
			'read_charge: free | free (same)'
		]);
	});

	it('tells of another purpose only where both screens ask', () => {
		const before = told('read_battery read_charge read_odometer', {
			read_battery: 'We plan by it.',
			read_charge: 'We wait for it.'
		});
		const after = told('read_battery read_charge read_fuel', {
			read_battery: 'We plan by it.',
			read_charge: 'We tell when it ends.',
			read_fuel: 'We count it.'
		});
		expect(rows(before, after)).toEqual([
			'read_fuel: – | free “We count it. (added)',
			'read_odometer: free | – (removed)',
			'read_charge: free “We wait for it. | free “We tell when it ends. (same, retold)',
			'read_battery: free “We plan by it. | free “We plan by it. (same)'
		]);
	});

	it('tells of what stops where that alone is another', () => {
		const purpose = 'We plan by it.';
		const screens = (without: string) =>
			told('read_battery', { read_battery: { purpose, without } });
		expect(consentRows(screens('No plan.'), screens('Nothing.'), officialCatalog)).toMatchObject([
			{
				change: 'same',
				retold: true,
				before: { without: 'No plan.' },
				after: { without: 'Nothing.' }
			}
		]);
	});

	it('says the same as the comparison of both accesses', () => {
		const anyScope = fc
			.subarray([...PERMISSION_NAMES])
			.chain((names) => fc.tuple(fc.constant(names), fc.infiniteStream(fc.boolean())))
			.map(([names, locks]) =>
				names.map((name) => (locks.next().value ? `required:${name}` : name)).join(' ')
			);
		fc.assert(
			fc.property(anyScope, anyScope, (a, b) => {
				const [before, after] = [told(a), told(b)];
				const diff = diffAccess(before.access, after.access);
				const found = consentRows(before, after, officialCatalog);
				for (const change of ['added', 'removed', 'nowRequired', 'nowOptional'] as const) {
					const names = found.filter((row) => row.change === change).map(({ name }) => name);
					expect(new Set(names)).toEqual(new Set(diff[change]));
				}
				expect(found.filter(({ before }) => before)).toHaveLength(before.access.length);
				expect(found.filter(({ after }) => after)).toHaveLength(after.access.length);
			})
		);
	});
});
