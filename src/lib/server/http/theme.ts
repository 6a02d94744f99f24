const THEMES = new Set(['light', 'dark']);

/** The theme that a cookie asks for; anything unknown follows the system. */
export function themeOf(cookie: string | undefined): string {
	return cookie !== undefined && THEMES.has(cookie) ? cookie : 'system';
}
