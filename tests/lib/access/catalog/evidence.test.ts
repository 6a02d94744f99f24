import details from '#lib/access/catalog/data/details.json' with { type: 'json' };
import permissionDetails from '#lib/access/catalog/data/permission-details.json' with { type: 'json' };
import sourceData from '#lib/access/catalog/data/sources.json' with { type: 'json' };
import { itemDetail } from '#lib/access/catalog/details.ts';
import { EVIDENCE_CLASSES, SOURCE_KINDS } from '#lib/access/catalog/evidence.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { EvidenceGrade, EvidenceKind, Source, SourceKind } from '#lib/access/catalog/schema.ts';
import { sourcesOf } from '#lib/access/catalog/sources.ts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const sources = z.record(z.string(), Source).parse(sourceData);
const items = officialCatalog.items.map((item) => {
	const detail = itemDetail(item.code);
	if (!detail) throw new Error(`No detail of ${item.code}`);
	return [item.code, { ...item, detail }] as const;
});
const ofKind = (kind: EvidenceKind) => items.filter(([, { evidence }]) => evidence.kind === kind);

describe('the evidence of an item', () => {
	it.each(items)('of %s names every permission the item needs', (_, { permissions, detail }) => {
		const words = [detail.evidenceNote, ...detail.sources.map(({ title }) => title)].join(' ');
		for (const name of permissions) expect(words).toContain(name);
	});

	it.each(ofKind('observed'))(
		'of %s, which is observed, holds an answer of a vehicle',
		(_, item) => {
			const kinds = item.detail.sources.map(({ kind }) => kind);
			expect(kinds.some((kind) => kind === 'capture' || kind === 'report')).toBe(true);
		}
	);

	it.each(ofKind('documented'))('of %s, which is documented, holds words or code', (_, item) => {
		const kinds = item.detail.sources.map(({ kind }) => kind);
		expect(kinds.some((kind) => /^(platform|integration)/.test(kind))).toBe(true);
	});

	it.each(items.filter(([, { evidence }]) => evidence.contradicted))(
		'of %s, which is contradicted, names the rival',
		(_, { detail }) => expect(detail.rival).toBeDefined()
	);

	it.each(items.filter(([, { detail }]) => detail.rival))(
		'of %s has a rival other than its own permission',
		(_, { permissions, detail }) => expect(permissions).not.toContain(detail.rival?.permission)
	);

	it('is contradicted only where it is inferred', () => {
		const grade = { confidence: 'low', contradicted: true } as const;
		expect(EvidenceGrade.safeParse({ ...grade, kind: 'inferred' }).success).toBe(true);
		expect(EvidenceGrade.safeParse({ ...grade, kind: 'observed' }).error?.issues[0]?.message).toBe(
			'What sources contradict each other about is inferred'
		);
	});
});

describe('a source', () => {
	it.each(Object.entries(sources))('%s is named by an item or a permission', (id) => {
		const users = [...Object.values(details), ...Object.values(permissionDetails)];
		expect(users.some(({ sources: used }) => used.includes(id))).toBe(true);
	});

	it.each(Object.entries(sources).filter(([, { kind }]) => kind.startsWith('platform')))(
		'%s, a page of the platform, leads to the platform itself',
		(_, { url }) => {
			expect(url === undefined || url.startsWith('https://smartcar.com/docs/')).toBe(true);
		}
	);

	it('is told apart by its title', () => {
		const titles = Object.values(sources).map(({ kind, title }) => `${kind}: ${title}`);
		expect(titles).toEqual([...new Set(titles)]);
	});

	it('is named once by an item', () => {
		for (const { sources: used } of Object.values(details))
			expect(used).toEqual([...new Set(used)]);
	});

	it('must be known by its id', () => {
		expect(sourcesOf(['docs-permissions'])).toEqual([sources['docs-permissions']]);
		expect(() => sourcesOf(['hearsay'])).toThrow(new TypeError('No source has the id hearsay'));
	});
});

describe('the words on evidence', () => {
	it('explain every class and every kind of source once', () => {
		expect(EVIDENCE_CLASSES.map(({ kind }) => kind)).toEqual(EvidenceKind.options);
		expect(SOURCE_KINDS.map(({ kind }) => kind)).toEqual(SourceKind.options);
	});

	it.each([...EVIDENCE_CLASSES, ...SOURCE_KINDS])(
		'explain $kind in one sentence',
		({ meaning }) => {
			expect(meaning).toMatch(/^[A-Z][^.]*\d?[^.]*\.$/);
		}
	);
});
