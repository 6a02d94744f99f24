import { officialCatalog } from '#lib/access/catalog/official.ts';
import attributes from '#lib/access/catalog/data/attributes.json' with { type: 'json' };
import commands from '#lib/access/catalog/data/commands.json' with { type: 'json' };
import details from '#lib/access/catalog/data/details.json' with { type: 'json' };
import endpoints from '#lib/access/catalog/data/endpoints.json' with { type: 'json' };
import makes from '#lib/access/catalog/data/makes.json' with { type: 'json' };
import permissionDetails from '#lib/access/catalog/data/permission-details.json' with { type: 'json' };
import permissions from '#lib/access/catalog/data/permissions.json' with { type: 'json' };
import signals from '#lib/access/catalog/data/signals.json' with { type: 'json' };
import synonyms from '#lib/access/catalog/data/synonyms.json' with { type: 'json' };
import {
	CatalogItem,
	ItemDetail,
	Make,
	PermissionDetail,
	PermissionFacts,
	Synonyms
} from '#lib/access/catalog/schema.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const items = officialCatalog.items;
const detailByCode = new Map(Object.entries(z.record(z.string(), ItemDetail).parse(details)));

describe('the data files', () => {
	it.each([
		['signals', signals, CatalogItem.omit({ path: true }), 93],
		['commands', commands, CatalogItem, 29],
		['attributes', attributes, CatalogItem, 7],
		['endpoints', endpoints, CatalogItem, 46],
		['permissions', permissions, PermissionFacts, 28],
		['makes', makes, Make, 46]
	])('%s.json follows its schema and is complete', (_, data, schema, count) => {
		expect(z.array<z.ZodType>(schema).parse(data)).toEqual(data);
		expect(data).toHaveLength(count);
	});

	const kinds: readonly [string, readonly { kind: string; apiVersion: string }[], object][] = [
		['signals', signals, { 'signal v3': 93 }],
		['commands', commands, { 'command v3': 12, 'command v2': 17 }],
		['attributes', attributes, { 'attribute v3': 7 }],
		['endpoints', endpoints, { 'endpoint v2': 46 }]
	];

	it.each(kinds)('%s.json holds one kind of item', (_, data, expected) => {
		expect(countBy(data, ({ kind, apiVersion }) => `${kind} ${apiVersion}`)).toEqual(expected);
	});

	it('sorts the signals into the 19 groups of the platform', () => {
		expect(countBy(signals, ({ group }) => group)).toEqual({
			Charge: 21,
			Climate: 2,
			Closure: 8,
			'Connectivity software': 1,
			'Connectivity status': 3,
			Diagnostics: 23,
			HVAC: 5,
			'Internal combustion engine': 4,
			Location: 2,
			'Low-voltage battery': 2,
			Motion: 1,
			Odometer: 1,
			Service: 2,
			Surveillance: 2,
			'Traction battery': 5,
			Transmission: 2,
			'Vehicle identification': 5,
			'Vehicle user account': 2,
			Wheel: 2
		});
	});

	it('describes the permissions in scope order', () => {
		expect(permissions.map(({ name }) => name)).toEqual(PERMISSION_NAMES);
	});

	it('names the brands once, by key, seven of them confirmed', () => {
		const keys = makes.map(({ key }) => key);
		expect(keys).toEqual([...new Set(keys)].sort());
		expect(makes.filter(({ confirmed }) => confirmed).map(({ key }) => key)).toEqual([
			'AUDI',
			'BMW',
			'CHEVROLET',
			'FORD',
			'KIA',
			'NISSAN',
			'TESLA'
		]);
	});

	it('has details for every item and for nothing else', () => {
		expect([...detailByCode.keys()].sort()).toEqual(items.map(({ code }) => code).sort());
	});
});

describe('an item', () => {
	const byCode = new Map(items.map((item) => [item.code, item]));

	it('has a code and a name of its own', () => {
		expect(byCode.size).toBe(items.length);
		expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
	});

	it.each(items.map((item) => [item.code, item] as const))('%s reads well', (_, item) => {
		expect(item.name).not.toMatch(/^is[A-Z ]|[a-z][A-Z]/);
		expect(item.description).toMatch(/^[A-Z].*[^.]\.$/);
		expect(item.description.length).toBeLessThanOrEqual(110);
		expect(item.path).toMatch(/^(GET|POST|PUT|DELETE) \/(user|vehicles)\b/);
	});

	it('details exactly the 28 permissions', () => {
		const parsed = z.record(z.enum(PERMISSION_NAMES), PermissionDetail).parse(permissionDetails);
		expect(Object.keys(parsed)).toEqual([...PERMISSION_NAMES]);
	});

	it('gives synonyms to items of the catalog only, each word once', () => {
		const codes = new Set(items.map(({ code }) => code));
		for (const [code, words] of Object.entries(Synonyms.parse(synonyms))) {
			expect(codes).toContain(code);
			expect(words).toEqual([...new Set(words)]);
		}
	});

	it.each([...detailByCode])('%s names each field once', (_, { fields }) => {
		const names = fields.map(({ name }) => name);
		expect(names).toEqual([...new Set(names)]);
	});

	it.each([...detailByCode])('%s has distinct sources, links over https', (_, { sources }) => {
		expect(sources).toEqual([...new Set(sources)]);
		expect(sources.filter((source) => /^http:|^github|\(\)/.test(source))).toEqual([]);
	});

	it.each([...detailByCode].filter(([, { equivalent }]) => equivalent))(
		'%s points to a relative in the other API version',
		(code, { equivalent }) => {
			const other = byCode.get(equivalent ?? '');
			expect(other?.apiVersion).toBe(byCode.get(code)?.apiVersion === 'v2' ? 'v3' : 'v2');
		}
	);

	it.each([...detailByCode].filter(([, { rival }]) => rival))(
		'%s has a rival other than its own permission',
		(code, { rival }) => {
			expect(byCode.get(code)?.permissions).not.toContain(rival?.permission);
		}
	);
});

describe('the evidence', () => {
	it('is documented for 43 signals and inferred for 50', () => {
		expect(countBy(signals, ({ evidence }) => evidence.kind)).toEqual({
			documented: 43,
			inferred: 50
		});
	});

	it('is of low confidence for eleven signals', () => {
		expect(countBy(signals, ({ evidence }) => evidence.confidence)).toEqual({
			high: 71,
			medium: 11,
			low: 11
		});
	});
});

function countBy<T>(list: readonly T[], key: (item: T) => string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const item of list) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
	return counts;
}
