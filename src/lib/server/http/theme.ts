/** The colour behind all pages, by theme. */
const BACKGROUNDS: ReadonlyMap<string, string> = new Map([
	['light', '#f7f7f5'],
	['dark', '#111312']
]);

/** The theme that a cookie asks for; anything unknown follows the system. */
export function themeOf(cookie: string | undefined): string {
	return cookie !== undefined && BACKGROUNDS.has(cookie) ? cookie : 'system';
}

/** What a browser colours its own bars with, by what the system prefers: a theme that was chosen wins. */
export function barColor(theme: string, system: 'light' | 'dark'): string {
	return BACKGROUNDS.get(theme) ?? BACKGROUNDS.get(system) ?? '';
}
