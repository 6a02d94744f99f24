import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GLOSSARY } from '../src/routes/(dashboard)/help/glossary.en.ts';

/** What else each thing of the glossary is called elsewhere, and nowhere here. */
const OTHER_WORDS: Readonly<Record<string, RegExp>> = {
	Signal: /\bdata ?points?\b|\bcapabilit(y|ies)\b/i,
	Permission: /\bpermission sets?\b|\bprivileges?\b|\baccess rights?\b/i,
	Required: /\bmandatory\b|\bcompulsory\b/i,
	'Client id': /\bapp id\b|\bapi key\b/i,
	'Client secret': /\bapi secret\b|\bapp secret\b/i,
	Draft: /\bworking copy\b|\bwork in progress\b/i,
	/* “Live” is the mode of the platform. */
	Version: /\b(is|are|goes|go|went) live\b|\blive versions?\b|\bmake live\b/i,
	'Connect link': /\bauthori[sz]ation (link|url)\b|\bconsent (link|url)\b/i,
	Owner: /\bend[- ]?users?\b|\bcustomers?\b|\bcar owners?\b|\baccount holders?\b/i,
	Connection: /\bpairings?\b|\blinked vehicles?\b/i,
	Application: /\bapp registrations?\b|\bapi clients?\b/i
};

const CATALOGS = [
	...new Set([...globSync('src/**/*.en.ts'), ...globSync('src/lib/access/owner-words/**/*en.ts')])
].map((path) => ({
	path: path.replaceAll('\\', '/'),
	// Comments name what the world calls a thing.
	text: readFileSync(path, 'utf8').replaceAll(/\/\*.*?\*\/|^\s*\/\/.*$/gms, '')
}));

describe('the words of the glossary', () => {
	it('name each thing once', () => {
		const words = GLOSSARY.map(({ word }) => word);
		expect(new Set(words).size).toBe(words.length);
		expect(words).toEqual(expect.arrayContaining(Object.keys(OTHER_WORDS)));
	});

	it.each(Object.entries(OTHER_WORDS))('%s is called nothing else in a catalog', (_, other) => {
		const found = CATALOGS.flatMap(({ path, text }) =>
			(other.exec(text) ?? []).slice(0, 1).map((word) => `${path}: ${word}`)
		);
		expect(found).toEqual([]);
	});

	it('are looked for in what pages, servers and owners are told', () => {
		expect(CATALOGS.length).toBeGreaterThan(35);
		expect(OTHER_WORDS.Owner?.test('Every end user has one')).toBe(true);
		expect(OTHER_WORDS.Owner?.test('Every owner has one')).toBe(false);
	});
});
