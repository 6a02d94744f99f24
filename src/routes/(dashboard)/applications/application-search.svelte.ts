import { resolve } from '$app/paths';
import { SEARCH } from './search-parameter.ts';

export interface ApplicationName {
	readonly clientId: string;
	readonly name: string;
}

export interface ApplicationMenu {
	readonly names: readonly ApplicationName[];
	/** All there are, of which the names are some. */
	readonly count: number;
}

/** Quiet time in milliseconds before what was typed is searched for. */
const DELAY = 150;

/** Searches the applications while one types: a page holds the names of some alone. */
export class ApplicationSearch {
	/** What the last search found; null before the first, and where nothing is searched for. */
	found = $state.raw<ApplicationMenu | null>(null);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#latest = '';

	find(text: string): void {
		clearTimeout(this.#timer);
		this.#latest = text.trim();
		if (this.#latest === '') this.found = null;
		else this.#timer = setTimeout(() => void this.#load(this.#latest), DELAY);
	}

	async #load(text: string): Promise<void> {
		const query = `?${SEARCH}=${encodeURIComponent(text)}`;
		const answer = await fetch(resolve('/(dashboard)/applications.json') + query).catch(() => null);
		if (!answer?.ok) return;
		const menu: unknown = await answer.json();
		// Another one may have been typed meanwhile.
		if (text === this.#latest && isMenu(menu)) this.found = menu;
	}
}

/** Our own answer; what stands before us may give another. */
function isMenu(value: unknown): value is ApplicationMenu {
	return (
		typeof value === 'object' && value !== null && 'names' in value && Array.isArray(value.names)
	);
}
