import { themeOf } from '#lib/server/http/theme.ts';
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
