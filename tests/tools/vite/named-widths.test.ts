import { readFileSync } from 'node:fs';
import { preprocessCSS, resolveConfig } from 'vite';
import { describe, expect, it } from 'vitest';
import { namedWidths, readWidths, spellOut } from '../../../tools/vite/named-widths.ts';

const WIDTHS = readWidths(`
@custom-media --narrow (width <= 40rem);
/* A reason. */
@custom-media --wide (width > 70rem);
`);

describe('the table of widths', () => {
	it('reads each name with its condition', () => {
		expect([...WIDTHS]).toEqual([
			['--narrow', '(width <= 40rem)'],
			['--wide', '(width > 70rem)']
		]);
	});

	it('holds widths in rem, from the smallest to the largest', () => {
		const table = readFileSync('src/lib/styles/tokens/widths.css', 'utf8');
		const found = [...readWidths(table).values()];
		const sizes = found.map((condition) =>
			Number(/^\(width <= ([\d.]+)rem\)$/.exec(condition)?.[1])
		);
		expect(found.length).toBeGreaterThan(0);
		expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
		expect(sizes).not.toContain(NaN);
	});
});

describe('a condition', () => {
	it.each([
		['(--narrow)', '(width <= 40rem)'],
		['not (--narrow)', 'not (width <= 40rem)'],
		['screen and (--narrow)', 'screen and (width <= 40rem)'],
		['not (--narrow) and (--wide)', 'not (width <= 40rem) and (width > 70rem)'],
		['rows (--wide)', 'rows (width > 70rem)'],
		['(forced-colors: active)', '(forced-colors: active)'],
		['style(--narrow)', 'style(--narrow)']
	])('%s is spelled out as %s', (condition, expected) => {
		expect(spellOut(condition, WIDTHS)).toBe(expected);
	});

	it('of a name that is not in the table is refused', () => {
		expect(() => spellOut('(--broad)', WIDTHS)).toThrow(
			new TypeError('No width is named --broad in src/lib/styles/tokens/widths.css')
		);
	});
});

it('spells out media and containers of a sheet, nested ones too', async () => {
	const css = { postcss: { plugins: [namedWidths()] } };
	const config = await resolveConfig({ configFile: false, css }, 'build');
	const sheet =
		'@media (--narrow) { a { color: red } } .b { @container c not (--narrow) { color: red } }';
	const { code } = await preprocessCSS(sheet, 'sheet.css', config);
	expect(code).toContain('@media (width <= 40rem) {');
	expect(code).toContain('@container c not (width <= 40rem) {');
});
