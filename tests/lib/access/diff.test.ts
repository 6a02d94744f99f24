import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import {
	countAll,
	countChanges,
	countUnpublished,
	diffDrafts,
	diffLocked
} from '#lib/access/diff.ts';
import type { Purposes } from '#lib/access/purposes.ts';
import type { Selection } from '#lib/access/selection.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCanonicalSelection } from './arbitrary.ts';

/** `range!` is required, `range` is optional. */
const pick = (text: string): Selection =>
	text
		.split(' ')
		.filter(Boolean)
		.map((word) => ({ code: word.replace('!', ''), required: word.endsWith('!') }));

const RANGE = 'tractionbattery-range';
const CHARGE = 'tractionbattery-stateofcharge';
const ODOMETER = 'odometer-traveleddistance';

const told = (selection: Selection, purposes: Purposes = {}) => ({ selection, purposes });

describe('diffDrafts', () => {
	it.each([
		['', '', 'none', 0],
		[RANGE, RANGE, 'none', 0],
		[RANGE, `${RANGE} ${CHARGE}`, 'none', 1],
		[RANGE, `${RANGE} ${ODOMETER}`, 'widens', 1],
		[`${RANGE} ${ODOMETER}`, RANGE, 'narrows', 1],
		[RANGE, `${RANGE}!`, 'widens', 1],
		[`${RANGE}!`, RANGE, 'narrows', 1],
		[`${RANGE}! ${CHARGE}!`, `${RANGE}! ${CHARGE}`, 'none', 1],
		[RANGE, ODOMETER, 'both', 2],
		[`${RANGE} ${ODOMETER}`, `${RANGE}!`, 'both', 2]
	])('from “%s” to “%s” the verdict is %s with %d changes', (before, after, verdict, changes) => {
		const diff = diffDrafts(told(pick(before)), told(pick(after)), officialCatalog);
		expect(diff.access.verdict).toBe(verdict);
		expect(countChanges(diff.items)).toBe(changes);
	});

	it('names what was added, removed, and turned required or optional', () => {
		const diff = diffDrafts(
			told(pick(`${RANGE}! ${ODOMETER} make`)),
			told(pick(`${RANGE} ${ODOMETER}! location-isathome`)),
			officialCatalog
		);
		expect(diff).toEqual({
			items: {
				added: ['location-isathome'],
				removed: ['make'],
				nowRequired: [ODOMETER],
				nowOptional: [RANGE]
			},
			access: {
				added: ['read_location'],
				removed: ['read_vehicle_info'],
				nowRequired: ['read_odometer'],
				nowOptional: ['read_battery'],
				locked: ['read_odometer'],
				verdict: 'both'
			},
			purposes: []
		});
	});

	it('mirrors itself: what one way adds, the other removes', () => {
		fc.assert(
			fc.property(anyCanonicalSelection, anyCanonicalSelection, (a, b) => {
				const there = diffDrafts(told(a), told(b), officialCatalog);
				const back = diffDrafts(told(b), told(a), officialCatalog);
				expect(back.items.added).toEqual(there.items.removed);
				expect(back.items.nowRequired).toEqual(there.items.nowOptional);
				expect(back.access.added).toEqual(there.access.removed);
			})
		);
	});
});

describe('diffLocked', () => {
	const locked = (text: string) => ({
		selection: pick(text),
		access: derive(pick(text), officialCatalog),
		purposes: {}
	});

	it('compares with nothing before the first version', () => {
		const diff = diffLocked(null, locked(RANGE));
		expect(diff.items.added).toEqual([RANGE]);
		expect(diff.access).toMatchObject({ added: ['read_battery'], verdict: 'widens' });
	});

	it('takes the accesses as they were locked in, not as the catalog derives them today', () => {
		const before = { ...locked(RANGE), access: locked(ODOMETER).access };
		expect(diffLocked(before, locked(RANGE)).access).toMatchObject({
			added: ['read_battery'],
			removed: ['read_odometer'],
			verdict: 'both'
		});
	});

	it('tells what is said of a permission before and after, which asks for nothing', () => {
		const before = { ...locked(RANGE), purposes: { read_battery: 'We plan by it.' } };
		const after = {
			...locked(`${RANGE} ${ODOMETER}`),
			purposes: { read_odometer: { purpose: 'We count.', without: 'No count.' } }
		};
		const diff = diffLocked(before, after);
		expect(diff.purposes).toEqual([
			{
				name: 'read_battery',
				before: 'We plan by it.',
				after: '',
				without: { before: '', after: '' }
			},
			{
				name: 'read_odometer',
				before: '',
				after: 'We count.',
				without: { before: '', after: 'No count.' }
			}
		]);
		expect(diff.access).toEqual(diffLocked(locked(RANGE), locked(`${RANGE} ${ODOMETER}`)).access);
		expect(countAll(diff)).toBe(3);
		expect(countUnpublished(before, after)).toBe(3);
		expect(countUnpublished(null, after)).toBe(3);
	});

	it('compares items that the catalog no longer holds', () => {
		const gone = { ...locked(''), selection: pick('signal-of-old!') };
		expect(diffLocked(gone, locked('')).items.removed).toEqual(['signal-of-old']);
	});
});
