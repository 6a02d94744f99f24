import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const [usual = '', more = ''] = readFileSync('src/lib/styles/tokens/colors.css', 'utf8').split(
	'@media (prefers-contrast: more)'
);

const THEMES = { light: 0, dark: 1 } as const;
type Theme = keyof typeof THEMES;

/** The two colours of each token, light and dark; one that stands for another is followed. */
function read(css: string, before = new Map<string, readonly string[]>()) {
	const tokens = new Map(before);
	const declared = [...css.matchAll(/(--[\w-]+): (light-dark\(#[^;]+\)|var\((--[\w-]+)\));/g)];
	for (const [, name = '', value = ''] of declared)
		if (value.startsWith('light-dark')) tokens.set(name, value.match(/#[\da-f]{6}/g) ?? []);
	for (const [, name = '', , other = ''] of declared)
		if (other) tokens.set(name, tokens.get(other) ?? []);
	return tokens;
}

const ofUsual = read(usual);
const ofMore = read(more, ofUsual);

/** As WCAG 2.2 counts it. */
function ratio(tokens: typeof ofUsual, theme: Theme, one: string, other: string): number {
	const [dark = 0, light = 0] = [one, other]
		.map((name) => luminance(tokens.get(name)?.[THEMES[theme]] ?? ''))
		.toSorted((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
	if (!/^#[\da-f]{6}$/.test(color)) throw new Error(`“${color}” is no color`);
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
		const share = parseInt(color.slice(start, start + 2), 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const GROUNDS = ['--bg', '--panel', '--sunken', '--hover', '--row-on'];
const pairs = (texts: readonly string[], grounds: readonly string[]) =>
	texts.flatMap((text) => grounds.map((ground) => [text, ground] as const));

const TEXTS = [
	...pairs(['--text', '--soft', '--faint'], GROUNDS),
	...pairs(['--accent', '--required', '--cost', '--danger'], ['--bg', '--panel', '--row-on']),
	...['accent', 'required', 'cost', 'danger'].map(
		(color) => [`--${color}`, `--${color}-soft`] as const
	),
	['--on-accent', '--accent'],
	['--on-accent', '--accent-hover'],
	['--on-required', '--required']
] as const;

/** Borders of fields and boxes, and the ring of the focus. */
const CONTROLS = pairs(['--line-strong', '--accent'], ['--bg', '--panel', '--sunken', '--hover']);

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
	it.each(TEXTS)('%s is read on %s', (text, ground) => {
		expect(ratio(ofUsual, theme, text, ground)).toBeGreaterThanOrEqual(4.5);
	});

	it.each(CONTROLS)('%s is seen on %s', (line, ground) => {
		expect(ratio(ofUsual, theme, line, ground)).toBeGreaterThanOrEqual(3);
	});

	it.each(pairs(['--text', '--soft', '--faint', '--line-strong'], GROUNDS))(
		'%s stands out on %s where more contrast is asked for',
		(text, ground) => {
			expect(ratio(ofMore, theme, text, ground)).toBeGreaterThanOrEqual(7);
		}
	);
});

it('black on white is 21 to 1', () => {
	const tokens = new Map([
		['--black', ['#000000', '#000000']],
		['--white', ['#ffffff', '#ffffff']]
	]);
	expect(ratio(tokens, 'light', '--black', '--white')).toBeCloseTo(21);
});
