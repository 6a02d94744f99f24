/** What of the list is shown and what is open beside it; the page's address holds it. */
export interface ConnectionsView {
	/** From 1. */
	readonly page: number;
	/** Edge of the page beside it; undefined where the page is told by its number alone. */
	readonly key?: string | undefined;
	/** Leaves out what lacks nothing. */
	readonly onlyLacking: boolean;
	/** Shows those that ended, in place of those that stand. */
	readonly onlyEnded: boolean;
	/** Id of the connection that is open. */
	readonly connection: string | null;
}

/** Reads a view from the page's address; what is missing or wrong there is as usual. */
export function readView(search: URLSearchParams): ConnectionsView {
	const [page] = /^\d{1,6}$/.exec(search.get('page') ?? '') ?? [];
	return {
		page: Math.max(1, Number(page ?? 1)),
		key: search.get('key') ?? undefined,
		onlyLacking: search.get('lacking') === 'true',
		onlyEnded: search.get('ended') === 'true',
		connection: search.get('connection') || null
	};
}

/** The query that shows a view; what is as usual is left out. */
export function formatView({
	page = 1,
	key,
	onlyLacking,
	onlyEnded,
	connection
}: Partial<ConnectionsView>) {
	const query = new URLSearchParams();
	if (onlyLacking) query.set('lacking', 'true');
	if (onlyEnded) query.set('ended', 'true');
	if (page > 1) query.set('page', String(page));
	if (page > 1 && key !== undefined) query.set('key', key);
	if (connection) query.set('connection', connection);
	return `?${query}`;
}
