const STORAGE_KEY = 'valetkey:recent';

/** How many of the last used entries are kept. */
const KEPT = 5;

/** Ids of the entries used last, the latest first. */
export function readRecent(): readonly string[] {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]');
		return Array.isArray(stored)
			? stored.filter((id) => typeof id === 'string').slice(0, KEPT)
			: [];
	} catch {
		// Storage may be forbidden or hold something else; then nothing is recent.
		return [];
	}
}

export function rememberRecent(id: string): void {
	const ids = [id, ...readRecent().filter((other) => other !== id)].slice(0, KEPT);
	try {
		localStorage.setItem(STORAGE_KEY, JSON.stringify(ids));
	} catch {
		// Storage may be full or forbidden; the palette works without a memory.
	}
}
