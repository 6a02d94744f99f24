import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { countChanges, diffLocked, diffSelections } from '#lib/access/diff.ts';
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

describe('diffSelections', () => {
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
		const diff = diffSelections(pick(before), pick(after), officialCatalog);
		expect(diff.access.verdict).toBe(verdict);
		expect(countChanges(diff.items)).toBe(changes);
	});

	it('names what was added, removed, and turned required or optional', () => {
		const diff = diffSelections(
			pick(`${RANGE}! ${ODOMETER} make`),
			pick(`${RANGE} ${ODOMETER}! location-isathome`),
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
				verdict: 'both'
			}
		});
	});

	it('mirrors itself: what one way adds, the other removes', () => {
		fc.assert(
			fc.property(anyCanonicalSelection, anyCanonicalSelection, (a, b) => {
				const there = diffSelections(a, b, officialCatalog);
				const back = diffSelections(b, a, officialCatalog);
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
		access: derive(pick(text), officialCatalog)
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

	it('compares items that the catalog no longer holds', () => {
		const gone = { selection: pick('signal-of-old!'), access: [] };
		expect(diffLocked(gone, locked('')).items.removed).toEqual(['signal-of-old']);
	});
});
