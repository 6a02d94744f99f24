import { officialCatalog } from '#lib/access/catalog/official.ts';
import { MAX_TEXT_LENGTH } from '#lib/access/characters.ts';
import { MEANINGS } from '#lib/access/needs/meanings.ts';
import { MAX_PHRASES } from '#lib/access/needs/phrase-pieces.ts';
import { readNeeds } from '#lib/access/needs/read-needs.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const read = (text: string) => readNeeds(text, officialCatalog);
const keysOf = (text: string) =>
	read(text).needs.map(({ permission, codes }) => permission ?? codes[0]);

const terms = Object.values(MEANINGS).flat();
const anyNeed = fc.oneof(
	fc.constantFrom(...terms),
	fc.constantFrom(...officialCatalog.items.map(({ code }) => code)),
	fc.constantFrom(...officialCatalog.items.map(({ name }) => name)),
	fc.constantFrom(...PERMISSION_NAMES)
);
const anyPiece = fc.oneof(
	anyNeed,
	fc.lorem({ maxCount: 3 }),
	fc.constantFrom(
		'no',
		'without',
		'required:',
		'"',
		'[',
		'{',
		'/',
		'=',
		'://',
		'\n',
		'where',
		'open'
	)
);
const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc
		.array(fc.tuple(anyPiece, fc.constantFrom(', ', '; ', '\n', ' and ', ' ')), { maxLength: 12 })
		.map((pieces) => pieces.flat().join(''))
);

describe('each meaning', () => {
	it.each(Object.keys(MEANINGS))('of %s is of an item that there is', (code) => {
		expect(officialCatalog.item(code)?.code).toBe(code);
	});

	it.each(Object.entries(MEANINGS).flatMap(([code, meant]) => meant.map((term) => [term, code])))(
		'“%s” is %s',
		(term, code) => {
			expect(keysOf(term)).toEqual([code]);
		}
	);

	it.each(officialCatalog.items.map(({ name, code }) => [name, code]))(
		'the name “%s” leads to no other item than what is called so',
		(name, code) => {
			const meant = Object.entries(MEANINGS).find(([, words]) =>
				words.includes(name.toLowerCase())
			);
			const { needs, unsure } = read(name);
			const led = [...needs, ...unsure].flatMap(({ codes }) => codes);
			const path = officialCatalog.item(code)?.path;
			// What has the same name, or is read in the same place, is the same.
			const same = officialCatalog.items.filter((item) => item.name === name || item.path === path);
			const allowed = [meant?.[0], ...same.map((item) => item.code)];
			if (!/ or | and /.test(name)) expect(led.every((one) => allowed.includes(one))).toBe(true);
			expect(led.length).toBeGreaterThan(0);
		}
	);
});

describe('what is proposed', () => {
	it('stands in the text, and its words alone name it', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				for (const { from, permission, codes } of read(text).needs) {
					for (const words of from) {
						expect(text).toContain(words.replace(/^required:/, ''));
						expect(keysOf(words)).toContain(permission ?? codes[0]);
					}
				}
			}),
			{ numRuns: 400 }
		);
	});

	it('is nothing where no word is one of the vocabulary', () => {
		const strange = fc.stringMatching(/^[qxz]{5,12}$/);
		fc.assert(
			fc.property(fc.array(strange, { minLength: 1, maxLength: 10 }), (words) => {
				const { needs, unsure, named } = read(words.join(', '));
				expect([needs, unsure]).toEqual([[], []]);
				expect(named).toBe(new Set(words).size);
			})
		);
	});

	it('is the same in any order', () => {
		fc.assert(
			fc.property(fc.array(anyNeed, { maxLength: 6 }), (needs) => {
				const there = keysOf(needs.join('\n')).sort();
				expect(keysOf(needs.toReversed().join('\n')).sort()).toEqual(there);
			}),
			{ numRuns: 200 }
		);
	});

	it('adds up', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const { found, named, unsure, unknown } = read(text);
				expect(found + unsure.length + unknown.length).toBe(named);
			}),
			{ numRuns: 200 }
		);
	});
});

describe('a text without end', () => {
	it.each([
		...['a', '"', '/', '(', '[', '{', '\n', ' ', '-', '_', '.', ',', '\0', '\ud800'],
		...['a ', '/a', 'a.b(', 'a-', 'battery ', 'battery,', 'read_x ', 'read_vin,', 'no ', '[x] '],
		...['- [ ] ', 'vehicle.lock(', 'GET /', 'https://', 'oauth/authorize?scope=', '{"items":[']
	])('is read to its limit, though it repeats %j', (piece) => {
		const text = piece.repeat(Math.ceil((4 * MAX_TEXT_LENGTH) / piece.length));
		expect(read(text).cut).toBe(true);
	});

	it('is read up to 64 kB, and more is said to be left', () => {
		const text = `battery,${' '.repeat(MAX_TEXT_LENGTH - 'battery,'.length)}`;
		expect(read(text)).toMatchObject({ found: 1, cut: false });
		expect(read(`${text} location`)).toMatchObject({ found: 1, cut: true });
	});

	it('is read as far as anybody would list what an app needs', () => {
		const list = (length: number) => Array.from({ length }, (_, at) => `need ${at}x`).join('\n');
		expect(read(list(MAX_PHRASES))).toMatchObject({ named: MAX_PHRASES, cut: false });
		expect(read(list(MAX_PHRASES + 1))).toMatchObject({ named: MAX_PHRASES, cut: true });
	});
});
