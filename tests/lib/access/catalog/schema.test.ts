import {
	CatalogItem,
	Descriptions,
	ItemDetail,
	Make,
	PermissionDetail,
	PermissionFacts,
	Source,
	Synonyms
} from '#lib/access/catalog/schema.ts';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';

const source = { kind: 'platform', title: 'Signals' };
const item = {
	kind: 'signal',
	code: 'odometer-traveleddistance',
	name: 'Odometer',
	group: 'Odometer',
	permissions: ['read_odometer'],
	path: 'GET /signals',
	apiVersion: 'v3',
	evidence: { kind: 'documented', confidence: 'high' }
};
const detail = { fields: [], evidenceNote: 'The page says so.', sources: ['signals'] };
const facts = {
	name: 'read_odometer',
	ownerLabel: 'Odometer',
	sensitivity: 'low'
};
const permission = {
	description: 'Reads the odometer.',
	sensitivityReason: 'It says little.',
	sources: ['signals']
};
const make = { key: 'TESLA', name: 'Tesla', confirmed: true };

type Entry = readonly [what: string, schema: z.ZodType, written: object];

const ENTRIES = {
	source: ['a source', Source, source],
	item: ['an item', CatalogItem, item],
	detail: ['details of an item', ItemDetail, detail],
	facts: ['a permission', PermissionFacts, facts],
	permission: ['details of a permission', PermissionDetail, permission],
	make: ['a brand', Make, make]
} satisfies Record<string, Entry>;

const isTaken = ([, schema, written]: Entry, changed: object = {}) =>
	schema.safeParse({ ...written, ...changed }).success;

describe('the catalog takes', () => {
	it.each(Object.values<Entry>(ENTRIES))('%s with no more than it has to have', (...entry) => {
		expect(isTaken(entry)).toBe(true);
	});
});

describe('the most characters are', () => {
	const limits: readonly [most: number, field: string, entry: Entry][] = [
		[90, 'title', ENTRIES.source],
		[160, 'about', ENTRIES.source],
		[60, 'name', ENTRIES.item],
		[40, 'group', ENTRIES.item],
		[80, 'code', ENTRIES.item],
		[40, 'ownerLabel', ENTRIES.facts]
	];

	it.each(limits.map(([most, field, entry]) => [most, field, entry[0], entry] as const))(
		'%i in the %s of %s',
		(most, field, _, entry) => {
			expect(isTaken(entry, { [field]: 'a'.repeat(most) })).toBe(true);
			expect(isTaken(entry, { [field]: 'a'.repeat(most + 1) })).toBe(false);
		}
	);
});

it('is 200 in the description of an item', () => {
	const isDescription = (text: string) => Descriptions.safeParse({ odometer: text }).success;
	expect([0, 1, 200, 201].map((length) => isDescription('a'.repeat(length)))).toEqual([
		false,
		true,
		true,
		false
	]);
});

describe('a list that stands there is not empty and may have several', () => {
	const lists: readonly [field: string, entry: Entry, several: string[]][] = [
		['formerCodes', ENTRIES.item, ['odometer', 'odometer-distance']],
		['powertrains', ENTRIES.item, ['BEV', 'PHEV']],
		['sources', ENTRIES.detail, ['signals', 'python-sdk']],
		['sources', ENTRIES.permission, ['signals', 'python-sdk']],
		['regions', ENTRIES.make, ['US', 'EU']]
	];

	it.each(lists.map(([field, entry, several]) => [field, entry[0], entry, several] as const))(
		'%s of %s',
		(field, _, entry, several) => {
			const taken = (list: string[]) => isTaken(entry, { [field]: list });
			expect([[], several.slice(0, 1), several].map(taken)).toEqual([false, true, true]);
		}
	);

	it('words of the search', () => {
		const taken = (words: string[]) => Synonyms.safeParse({ odometer: words }).success;
		expect([[], ['mileage'], ['mileage', 'km']].map(taken)).toEqual([false, true, true]);
	});
});

describe('a text', () => {
	it.each(['', ' '])('is no “%s”', (text) => {
		expect(isTaken(ENTRIES.make, { name: text })).toBe(false);
	});

	it('loses what stands around it, so that a data file with blanks there differs', () => {
		expect(Make.parse({ ...make, name: ' Tesla ' })).toEqual(make);
	});

	it('to search for is kept in lower case', () => {
		expect(Synonyms.parse({ odometer: ['Mileage'] })).toEqual({ odometer: ['mileage'] });
	});
});

describe('what sources contradict each other about', () => {
	it.each([
		['inferred', true],
		['observed', false],
		['documented', false]
	])('is %s: %s', (kind, expected) => {
		const evidence = { kind, confidence: 'low', contradicted: true };
		expect(isTaken(ENTRIES.item, { evidence })).toBe(expected);
	});
});
