import { descriptionOf } from '#lib/access/catalog/descriptions.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import attributes from '#lib/access/catalog/data/attributes.json' with { type: 'json' };
import descriptions from '#lib/access/catalog/data/descriptions.json' with { type: 'json' };
import commands from '#lib/access/catalog/data/commands.json' with { type: 'json' };
import details from '#lib/access/catalog/data/details.json' with { type: 'json' };
import endpoints from '#lib/access/catalog/data/endpoints.json' with { type: 'json' };
import makes from '#lib/access/catalog/data/makes.json' with { type: 'json' };
import permissionDetails from '#lib/access/catalog/data/permission-details.json' with { type: 'json' };
import ownerTexts from '#lib/access/catalog/data/owner-texts.json' with { type: 'json' };
import permissions from '#lib/access/catalog/data/permissions.json' with { type: 'json' };
import signals from '#lib/access/catalog/data/signals.json' with { type: 'json' };
import synonyms from '#lib/access/catalog/data/synonyms.json' with { type: 'json' };
import {
	CatalogItem,
	Descriptions,
	ItemCode,
	ItemDetail,
	Make,
	OwnerTexts,
	PermissionDetail,
	PermissionFacts,
	Synonyms
} from '#lib/access/catalog/schema.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const items = officialCatalog.items;
const detailByCode = new Map(Object.entries(z.record(z.string(), ItemDetail).parse(details)));
const byCode = new Map(items.map((item) => [item.code, item]));

describe('the data files', () => {
	it.each([
		['signals', signals, CatalogItem.omit({ path: true })],
		['commands', commands, CatalogItem],
		['attributes', attributes, CatalogItem],
		['endpoints', endpoints, CatalogItem],
		['permissions', permissions, PermissionFacts],
		['makes', makes, Make]
	])('%s.json follows its schema', (_, data, schema) => {
		expect(z.array<z.ZodType>(schema).nonempty().parse(data)).toEqual(data);
	});

	const kinds: readonly [string, readonly { kind: string; apiVersion: string }[], string[]][] = [
		['signals', signals, ['signal v3']],
		['commands', commands, ['command v2', 'command v3']],
		['attributes', attributes, ['attribute v3']],
		['endpoints', endpoints, ['endpoint v2']]
	];

	it.each(kinds)('%s.json holds one kind of item', (_, data, expected) => {
		const found = new Set(data.map(({ kind, apiVersion }) => `${kind} ${apiVersion}`));
		expect([...found].sort()).toEqual(expected);
	});

	it('make up the catalog, no item left out', () => {
		expect(items.map(({ code }) => code)).toEqual(
			[signals, commands, attributes, endpoints].flatMap((data) => data.map(({ code }) => code))
		);
	});

	it('sort the signals into groups by the first part of their codes', () => {
		const prefixes = Map.groupBy(signals, ({ code }) => code.split('-')[0]);
		const groups = Map.groupBy(signals, ({ group }) => group);
		expect([...prefixes.values()]).toEqual([...groups.values()]);
	});

	it('describe the permissions in scope order', () => {
		expect(permissions.map(({ name }) => name)).toEqual(PERMISSION_NAMES);
		const parsed = z.record(z.enum(PERMISSION_NAMES), PermissionDetail).parse(permissionDetails);
		expect(Object.keys(parsed)).toEqual([...PERMISSION_NAMES]);
		expect(Object.keys(OwnerTexts.parse(ownerTexts))).toEqual([...PERMISSION_NAMES]);
	});

	it('name the brands once, by key', () => {
		const keys = makes.map(({ key }) => key);
		expect(keys).toEqual([...new Set(keys)].sort());
	});

	it('have details for every item and for nothing else', () => {
		expect([...detailByCode.keys()].sort()).toEqual(items.map(({ code }) => code).sort());
	});

	it('describe every item and nothing else', () => {
		const described = Object.keys(Descriptions.parse(descriptions));
		expect(described.sort()).toEqual(items.map(({ code }) => code).sort());
		expect(descriptionOf('nothing-like-it')).toBe('');
	});

	it('give synonyms to items of the catalog only, each word once', () => {
		for (const [code, words] of Object.entries(Synonyms.parse(synonyms))) {
			expect(byCode.has(code), code).toBe(true);
			expect(words).toEqual([...new Set(words)]);
		}
	});
});

describe('a code', () => {
	it.each(['odometer-traveleddistance', 'v2-odometer', 'powertrainType', 'a1'])(
		'may be %s',
		(code) => expect(ItemCode.safeParse(code).success).toBe(true)
	);

	it.each(['', '-a', 'a-', 'a--b', 'Odometer', 'a b', 'a_b', 'a'.repeat(81)])(
		'may not be “%s”',
		(code) => expect(ItemCode.safeParse(code).success).toBe(false)
	);
});

describe('an item', () => {
	it('has a code and a name of its own', () => {
		expect(byCode.size).toBe(items.length);
		expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
	});

	it.each(items.map((item) => [item.code, item] as const))('%s reads well', (_, item) => {
		expect(item.name).not.toMatch(/^is[A-Z ]|[a-z][A-Z]/);
		expect(descriptionOf(item.code)).toMatch(/^[A-Z].*[^.]\.$/);
		expect(descriptionOf(item.code).length).toBeLessThanOrEqual(110);
		expect(item.path).toMatch(/^(GET|POST|PUT|DELETE) \/(user|vehicles)\b/);
	});

	it.each([...detailByCode])('%s names each field once', (_, { fields }) => {
		const names = fields.map(({ name }) => name);
		expect(names).toEqual([...new Set(names)]);
	});

	it.each([...detailByCode].filter(([, { equivalent }]) => equivalent))(
		'%s points to a relative in the other API version',
		(code, { equivalent }) => {
			const other = byCode.get(equivalent ?? '');
			expect(other?.apiVersion).toBe(byCode.get(code)?.apiVersion === 'v2' ? 'v3' : 'v2');
		}
	);
});
