import { isPermissionName, type PermissionName } from '#lib/access/permission.ts';

/** What of the list is shown and what is open beside it; the page's address holds it. */
export interface ConnectionsView {
	/** From 1. */
	readonly page: number;
	/** Edge of the page beside it; undefined where the page is told by its number alone. */
	readonly key?: string | undefined;
	/** Words that are searched for; empty for all. */
	readonly search: string;
	/** Leaves out what lacks nothing. */
	readonly onlyLacking: boolean;
	/** Leaves out what was granted it; null for all. */
	readonly lacks: PermissionName | null;
	/** Shows those that ended, in place of those that stand. */
	readonly onlyEnded: boolean;
	/** Id of the connection that is open. */
	readonly connection: string | null;
}

const LONGEST_SEARCH = 100;

/** Reads a view from the page's address; what is missing or wrong there is as usual. */
export function readView(search: URLSearchParams): ConnectionsView {
	const [page] = /^\d{1,6}$/.exec(search.get('page') ?? '') ?? [];
	const lacks = search.get('lacks') ?? '';
	const onlyEnded = search.get('ended') === 'true';
	const known = !onlyEnded && isPermissionName(lacks) ? lacks : null;
	return {
		page: Math.max(1, Number(page ?? 1)),
		key: search.get('key') ?? undefined,
		search: (search.get('q') ?? '').trim().slice(0, LONGEST_SEARCH),
		onlyLacking: !onlyEnded && known === null && search.get('lacking') === 'true',
		lacks: known,
		onlyEnded,
		// No database has a text that holds the first of these signs.
		connection: search.get('connection')?.replaceAll('\0', '\uFFFD') || null
	};
}

/** The query that shows a view; what is as usual is left out. */
export function formatView({
	page = 1,
	key,
	connection,
	...list
}: Partial<ConnectionsView>): string {
	const query = listQuery(list);
	if (page > 1) query.set('page', String(page));
	if (page > 1 && key !== undefined) query.set('key', key);
	if (connection) query.set('connection', connection);
	return `?${query}`;
}

/** The part of a view that says which connections are listed, on however many pages. */
export function listQuery({
	search,
	onlyLacking,
	lacks,
	onlyEnded
}: Partial<ConnectionsView>): URLSearchParams {
	const query = new URLSearchParams();
	if (search) query.set('q', search);
	if (lacks) query.set('lacks', lacks);
	else if (onlyLacking) query.set('lacking', 'true');
	if (onlyEnded) query.set('ended', 'true');
	return query;
}
