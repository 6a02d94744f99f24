import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const CATALOGS = globSync('src/**/words.en.ts').map((path) => path.replaceAll('\\', '/'));
const SOURCES = globSync('src/**/*.{svelte,ts}').map((path) => ({
	path: path.replaceAll('\\', '/'),
	code: readFileSync(path, 'utf8')
}));

/** Names that the sources say of a catalog, as `words.name`. */
function saidOf(catalog: string): ReadonlySet<string> {
	return new Set(
		SOURCES.flatMap(({ path, code }) =>
			[...code.matchAll(/import \* as (\w+) from '([^']+)'/g)]
				.filter(([, , specifier = '']) => resolveFrom(path, specifier) === catalog)
				.flatMap(([, name = '']) => [...code.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))])
				.map(([, said = '']) => said)
		)
	);
}

function resolveFrom(path: string, specifier: string): string {
	return specifier.startsWith('#lib/')
		? specifier.replace('#lib/', 'src/lib/')
		: posix.join(posix.dirname(path), specifier);
}

describe.each(CATALOGS)('%s', (catalog) => {
	const code = readFileSync(catalog, 'utf8');
	const names = [...code.matchAll(/^export const (\w+)/gm)].map(([, name = '']) => name);

	it('holds nothing that nobody says', () => {
		const said = saidOf(catalog);
		const unsaid = names.filter(
			(name) => !said.has(name) && [...code.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length < 2
		);
		expect(names.length).toBeGreaterThan(0);
		expect(unsaid).toEqual([]);
	});

	it('has no text with space around it, which a page would lose', async () => {
		const messages: object = await import(`../${catalog}`);
		const texts = Object.values(messages).filter((message) => typeof message === 'string');
		expect(texts.filter((text) => /^[ \t\n\r]|[ \t\n\r]$| {2}/.test(text))).toEqual([]);
	});
});
