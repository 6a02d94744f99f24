import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import { refusalMatrix, type MatrixCell } from '#lib/access/refusal-matrix.ts';
import { listRefusals, type Asked } from '#lib/access/refusals.ts';
import type { Selection } from '#lib/access/selection.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCatalogWith, anySelection } from './arbitrary.ts';
import { smallCatalog } from './small-catalog.ts';

const BATTERY = 'tractionbattery-stateofcharge';
const ODOMETER = 'odometer-traveleddistance';
const LOCATION = 'location-preciselocation';

/** `make!` is required, `make` optional. */
const pick = (words: string): Selection =>
	words
		.split(' ')
		.filter(Boolean)
		.map((word) => ({ code: word.replace('!', ''), required: word.endsWith('!') }));

const ask = (selection: Selection, catalog = officialCatalog): Asked => ({
	selection,
	access: derive(selection, catalog)
});

const SIGN: Readonly<Record<MatrixCell, string>> = {
	always: 'A',
	needed: 'n',
	stops: 'X',
	'not-needed': '.'
};

/** Each row as its cells and, behind a bar, whether it stops. */
function drawn(asked: Asked, refuse: readonly PermissionName[]): readonly string[] {
	return refusalMatrix(asked, refuse).rows.map(
		({ code, cells, stops }) =>
			`${cells.map((cell) => SIGN[cell]).join('')} | ${stops ? 'X' : '.'} ${code}`
	);
}

const anyRefusal = fc
	.tuple(anyCatalogWith(anySelection), fc.nat(2 ** 28 - 1))
	.map(([{ catalog, selection }, mask]) => {
		const asked = ask(selection, catalog);
		const refuse = asked.access.map(({ name }) => name).filter((_, place) => mask & (1 << place));
		return { asked, refuse };
	});

describe('refusalMatrix', () => {
	it.each<[what: string, selection: string, refuse: PermissionName[], rows: string[]]>([
		['nothing selected', '', [], []],
		['nothing refused', `${BATTERY} ${ODOMETER}`, [], [`n. | . ${BATTERY}`, `.n | . ${ODOMETER}`]],
		[
			'one refused',
			`${BATTERY}! ${ODOMETER} ${LOCATION}`,
			['read_location'],
			[`A.. | . ${BATTERY}`, `..n | . ${ODOMETER}`, `.X. | X ${LOCATION}`]
		],
		[
			'two refused',
			`${BATTERY}! ${ODOMETER} ${LOCATION}`,
			['read_odometer', 'read_location'],
			[`A.. | . ${BATTERY}`, `..X | X ${ODOMETER}`, `.X. | X ${LOCATION}`]
		],
		[
			'one that is required',
			`${BATTERY}! ${ODOMETER}`,
			['read_battery'],
			[`A. | . ${BATTERY}`, `.n | . ${ODOMETER}`]
		],
		[
			'one that is not asked',
			`${BATTERY} ${ODOMETER}`,
			['read_vin'],
			[`n. | . ${BATTERY}`, `.n | . ${ODOMETER}`]
		],
		[
			'an item that is not marked, under a permission that another makes required',
			`${BATTERY}! tractionbattery-range`,
			[],
			[`A | . ${BATTERY}`, 'A | . tractionbattery-range']
		],
		[
			'an item without a permission',
			`id ${ODOMETER}`,
			['read_odometer'],
			['. | . id', `X | X ${ODOMETER}`]
		],
		[
			'a signal, a command and an endpoint of v2',
			`${BATTERY}! charge-start v2-odometer`,
			['control_charge', 'read_odometer'],
			[`A.. | . ${BATTERY}`, '..X | X charge-start', '.X. | X v2-odometer']
		]
	])('with %s', (_, selection, refuse, rows) => {
		expect(drawn(ask(pick(selection)), refuse)).toEqual(rows);
	});

	it('has a column for each permission, in scope order, with what goes on without it alone', () => {
		const asked = ask(pick(`${BATTERY}! ${ODOMETER} tractionbattery-range ${LOCATION}`));
		expect(refusalMatrix(asked, ['read_odometer']).columns).toEqual([
			{ name: 'read_battery', required: true, refused: false, goesOn: 2 },
			{ name: 'read_location', required: false, refused: false, goesOn: 3 },
			{ name: 'read_odometer', required: false, refused: true, goesOn: 3 }
		]);
	});

	it('tells what is granted all the same, and what stops together', () => {
		const asked = ask(pick(`${BATTERY}! ${ODOMETER} ${LOCATION}`));
		expect(refusalMatrix(asked, ['read_odometer', 'read_location'])).toMatchObject({
			granted: ['read_battery'],
			together: {
				refused: ['read_location', 'read_odometer'],
				stops: [ODOMETER, LOCATION],
				goesOn: [BATTERY]
			}
		});
	});

	it('stops an item under each of the two permissions that it needs', () => {
		const trips = smallCatalog({
			trip: ['read_location', 'read_odometer'],
			distance: ['read_odometer']
		});
		const asked = ask(pick('trip distance'), trips);
		expect(drawn(asked, ['read_odometer'])).toEqual(['nX | X trip', '.X | X distance']);
		expect(drawn(asked, ['read_location'])).toEqual(['Xn | X trip', '.n | . distance']);
	});

	it('goes by the access that a version locked in, whatever the catalog says today', () => {
		const asked: Asked = {
			selection: pick('gone-since'),
			access: [
				{ name: 'read_vin', required: false, neededBy: ['gone-since'], requiredBy: [] },
				{ name: 'read_tires', required: false, neededBy: ['gone-since'], requiredBy: [] }
			]
		};
		expect(drawn(asked, ['read_tires'])).toEqual(['nX | X gone-since']);
	});

	it('says of each row what its cells say, and of all what the list of refusals says', () => {
		fc.assert(
			fc.property(anyRefusal, ({ asked, refuse }) => {
				const { rows, columns, together, granted } = refusalMatrix(asked, refuse);
				for (const { cells, stops, code } of rows) {
					expect(cells).toHaveLength(columns.length);
					expect(stops).toBe(cells.includes('stops'));
					expect(together[stops ? 'stops' : 'goesOn']).toContain(code);
				}
				for (const { name, goesOn, required } of columns) {
					const alone = refusalMatrix(asked, [name]).together;
					if (!required) expect(alone.goesOn).toHaveLength(goesOn);
				}
				expect([...granted, ...together.refused].sort()).toEqual(
					asked.access.map(({ name }) => name).sort()
				);
			})
		);
	});

	it('agrees with every refusal that is listed', () => {
		const asked = ask(pick(`${BATTERY}! ${ODOMETER} ${LOCATION} vin`));
		for (const refusal of listRefusals(asked).refusals) {
			expect(refusalMatrix(asked, refusal.refused).together).toEqual(refusal);
		}
	});
});
