import { barColor, themeOf } from '#lib/server/http/theme.ts';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it.each([
	['light', 'light'],
	['dark', 'dark'],
	['system', 'system'],
	['', 'system'],
	['DARK', 'system'],
	['"><script>', 'system'],
	[undefined, 'system']
])('the cookie %j asks for the theme %s', (cookie, theme) => {
	expect(themeOf(cookie)).toBe(theme);
});

it.each([
	['system', 'light', 0],
	['system', 'dark', 1],
	['light', 'dark', 0],
	['dark', 'light', 1]
] as const)(
	'with the theme %s, on a system that is %s, bars are as what is behind the page',
	(theme, system, place) => {
		const tokens = readFileSync('src/lib/styles/tokens/colors.css', 'utf8');
		const [, ...background] = /--bg: light-dark\((#\w+), (#\w+)\)/.exec(tokens) ?? [];
		expect(barColor(theme, system)).toBe(background[place]);
	}
);
