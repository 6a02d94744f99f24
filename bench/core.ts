import { createCatalog } from '../src/lib/access/catalog/catalog.ts';
import { officialCatalog } from '../src/lib/access/catalog/official.ts';
import type { CatalogItem } from '../src/lib/access/catalog/schema.ts';
import { createSearch } from '../src/lib/access/catalog/search.ts';
import type { Catalog } from '../src/lib/access/catalog/catalog.ts';
import { derive } from '../src/lib/access/derive.ts';
import { normalizeSelection, type Selection } from '../src/lib/access/selection.ts';
import { findJsonFault } from '../src/lib/server/http/json-fault.ts';
import { quantile, timeOf } from './figures.ts';
import { printFigure, printRatio } from './line.ts';

const SYNTHETIC_ITEMS = 100_000;
const TYPED = ['state of charge', 'odometer', 'tire pressure', 'locaton', 'read_battery', 'zzzz'];

export function benchCore(): void {
	console.log('\nCore');
	const all = selectAll(officialCatalog.items);
	const calls = 500;
	printRatio(
		`derive the whole catalog, ${all.length} items`,
		timeOf(() => derive(all, officialCatalog), { calls }),
		{
			name: 'one plain pass over the selection',
			value: timeOf(() => plainPass(all, officialCatalog), { calls })
		},
		'ms',
		{ most: 3 }
	);

	const items = synthesize(SYNTHETIC_ITEMS);
	const catalog = createCatalog(items, officialCatalog.permissions);
	const many = selectAll(items);
	const canonical = normalizeSelection(many);
	printFigure(
		'derive 100,000 items',
		timeOf(() => derive(canonical, catalog)),
		'ms',
		{ most: 10 }
	);
	printFigure(
		'  the same in an order that is not canonical',
		timeOf(() => derive(many, catalog)),
		'ms'
	);
	benchSearch(items);
	benchJsonFault();
}

/** What a body of the largest size costs, whose fault stands at its end. */
function benchJsonFault(): void {
	const whole = JSON.stringify(Array.from({ length: 8000 }, (_, index) => ({ [index]: [] })));
	printRatio(
		`find the fault of ${Math.round(whole.length / 1024)} kB of JSON`,
		timeOf(() => findJsonFault(whole.slice(0, -1)), { calls: 20 }),
		{ name: 'parse it', value: timeOf(() => JSON.parse(whole), { calls: 20 }) },
		'ms',
		{ most: 20 }
	);
}

/** Types every query letter by letter, since each keystroke searches anew. */
function benchSearch(items: readonly CatalogItem[]): void {
	const search = createSearch(items);
	const keystrokes = TYPED.flatMap((text) => [...text].map((_, index) => text.slice(0, index + 1)));
	const times = keystrokes.map((query) => timeOf(() => search.find(query), { rounds: 5 }));
	printFigure('search 100,000 items, per keystroke, median', quantile(times, 0.5), 'ms');
	printFigure('search 100,000 items, per keystroke, p95', quantile(times, 0.95), 'ms', {
		most: 16
	});
	const slowest = keystrokes[times.indexOf(Math.max(...times))] ?? '';
	printFigure(`  slowest keystroke, after "${slowest}"`, Math.max(...times), 'ms');
}

/** The least any derivation has to do: look at every item and every permission once. */
function plainPass(selection: Selection, catalog: Catalog): number {
	let seen = 0;
	for (const { code, required } of selection) {
		for (const name of catalog.item(code)?.permissions ?? [])
			seen += name.length + Number(required);
	}
	return seen;
}

function selectAll(items: readonly CatalogItem[]): Selection {
	return items.map(({ code }, index) => ({ code, required: index % 3 === 0 }));
}

function synthesize(count: number): readonly CatalogItem[] {
	const { items } = officialCatalog;
	return Array.from({ length: count }, (_, index) => {
		const item = items[index % items.length];
		if (!item) throw new TypeError('The catalog is empty');
		return { ...item, code: `${item.code}-${index}`, formerCodes: [] };
	});
}
