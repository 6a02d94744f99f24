import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rawSizes, readSheets } from '../../support/raw-sizes.ts';

describe('what is written out beside a token', () => {
	it.each([
		'font-size: 13px',
		'font-size: 0.8rem',
		'font-size: 0.92em',
		'font-size: smaller',
		'font-size: calc(1px + var(--size))',
		'font: 600 13px var(--mono)',
		'border-radius: 5px',
		'border-radius: var(--radius) 0 0 0.5em',
		'border-top-left-radius: 3px',
		'gap: 10px',
		'gap: 0 7px',
		'column-gap: 24px',
		'padding: var(--space-1) 2px',
		'padding-inline-start: 7.5px',
		'margin: -8px 0',
		'margin: calc(8px + env(safe-area-inset-bottom))',
		'--size-small: 13px',
		'--radius: 8px',
		'--space-1: 3px'
	])('is %s', (declaration) => {
		expect(rawSizes(`a { color: red; ${declaration}; }`)).toEqual([declaration]);
		expect(rawSizes(`a { ${declaration} }`)).toEqual([declaration]);
	});

	it.each([
		['@media (max-width: 640px)', '(max-width: 640px)'],
		['@media print and (width > 40em)', 'print and (width > 40em)'],
		['@container rows (min-width: 55rem)', 'rows (min-width: 55rem)']
	])('is the width of %s', (rule, condition) => {
		expect(rawSizes(`${rule} { a { color: red; } }`)).toEqual([condition]);
	});
});

describe('what is not', () => {
	it.each([
		'font-size: var(--size-tiny)',
		'font-size: inherit',
		'font: var(--size) / 1.45 var(--font)',
		'border-radius: 50%',
		'border-radius: 0 0 var(--radius) var(--radius)',
		'border: 1.5px solid',
		'padding: 1px var(--space-2)',
		'padding-left: 64px',
		'margin: 0 auto',
		'margin: calc(-1 * var(--space-4))',
		'scroll-margin-top: 12px',
		'width: 16px',
		'--size-small: var(--size)'
	])('is %s', (declaration) => {
		expect(rawSizes(`a:hover { ${declaration}; }`)).toEqual([]);
	});

	it.each(['@media (--narrow)', '@container rows not (--compact)', '@media (hover: hover)'])(
		'is %s',
		(rule) => {
			expect(rawSizes(`${rule} { a:hover { color: red; } }`)).toEqual([]);
		}
	);

	it('is what a comment says', () => {
		expect(rawSizes('/* font-size: 13px; */')).toEqual([]);
	});
});

describe('the sheets', () => {
	const sheets = readSheets();

	it('are found, those of components too', () => {
		expect(sheets.filter(({ css }) => css.includes('var(--size-small)')).length).toBeGreaterThan(
			50
		);
	});

	it('take every size of letters, space, radius and width from the tokens', () => {
		const raw = sheets.flatMap(({ path, css }) =>
			rawSizes(css).map((found) => `${path}: ${found}`)
		);
		expect(raw).toEqual([]);
	});

	it('use no token that does not exist', () => {
		const defined = new Set(
			[
				...sheets.map(({ css }) => css),
				...['colors', 'type', 'space', 'shape', 'owners'].map(readTokens)
			]
				.flatMap((css) => [...css.matchAll(/(?<![\w-])(--[\w-]+):/g)])
				.map(([, name]) => name)
		);
		const unknown = sheets.flatMap(({ path, css }) =>
			[...css.matchAll(/var\((--[\w-]+)/g)]
				.filter(([, name]) => !defined.has(name))
				.map(([, name]) => `${path}: ${name}`)
		);
		expect(unknown).toEqual([]);
	});
});

describe('the sizes of letters', () => {
	it('follow what the reader has set', () => {
		const sizes = [...readTokens('type').matchAll(/--size[\w-]*: ([^;]+);/g)];
		expect(sizes.length).toBeGreaterThan(0);
		expect(sizes.filter(([, size = '']) => !/^[\d.]+r?em$/.test(size))).toEqual([]);
	});
});

function readTokens(name: string): string {
	return readFileSync(`src/lib/styles/tokens/${name}.css`, 'utf8');
}
