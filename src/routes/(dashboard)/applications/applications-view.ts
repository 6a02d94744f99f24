import { SEARCH } from './search-parameter.ts';

/** What of the list of applications is shown; the page's address holds it. */
export interface ApplicationsView {
	/** From 1. */
	readonly page: number;
	/** Edge of the page beside it; undefined where the page is told by its number alone. */
	readonly key?: string | undefined;
	/** Part of a name, or the beginning of a client id; empty for all. */
	readonly search: string;
}

/** Characters of a search that are looked at; no name is longer. */
const MAX_SEARCH = 80;

/** Reads a view from the page's address; what is missing or wrong there is as usual. */
export function readView(query: URLSearchParams): ApplicationsView {
	const [page] = /^[1-9]\d{0,5}$/.exec(query.get('page') ?? '') ?? [];
	return {
		page: Number(page ?? 1),
		key: query.get('key') ?? undefined,
		search: (query.get(SEARCH) ?? '').slice(0, MAX_SEARCH)
	};
}

/** The query that shows a view; what is as usual is left out. */
export function formatView({ page, key, search }: ApplicationsView): string {
	const query = new URLSearchParams();
	if (search !== '') query.set(SEARCH, search);
	if (page > 1) query.set('page', String(page));
	if (page > 1 && key !== undefined) query.set('key', key);
	return `?${query}`;
}
