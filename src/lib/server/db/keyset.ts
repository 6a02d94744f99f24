import { and, asc, desc, eq, gt, gte, lt, lte, or, type SQL, type SQLWrapper } from 'drizzle-orm';

/** What a row is found by again in its list. */
export interface Key {
	readonly at: number;
	/** Tells rows of the same time apart. */
	readonly id: string;
}

/** The order of a list: an index begins with these columns, or with what its rows have in common. */
export interface Order {
	readonly at: SQLWrapper;
	readonly id: SQLWrapper;
	readonly newestFirst: boolean;
	readonly lastIdFirst: boolean;
}

/** What an address says of the page that is wanted. */
export interface WantedPage {
	/** From 1. */
	readonly page: number;
	/** An edge of the page beside it, by which it is found however long the list is. */
	readonly key?: string | undefined;
}

export interface FoundPage {
	/** The page that is shown, from 1; the nearest one there is to the page that was wanted. */
	readonly page: number;
	readonly pages: number;
	/** Ids of its rows, in their order. */
	readonly ids: readonly string[];
	readonly edges: Edges;
}

/** Keys by which the pages beside this one are found; without one where the page is empty. */
interface Edges {
	readonly before?: string;
	readonly after?: string;
}

/** A part of a list, for a statement that selects the keys in it. */
export interface Part {
	readonly where: SQL | undefined;
	readonly orderBy: SQL[];
	readonly limit: number;
	readonly offset: number;
}

/**
 * Finds a page by the key of its neighbour's edge. Without one, or when the rows around it are gone,
 * it is counted out from the beginning.
 *
 * @param count rows of the list
 * @param select reads the keys of a part
 */
export async function findPage(
	order: Order,
	{ size, count, wanted }: { size: number; count: number; wanted: WantedPage },
	select: (part: Part) => Promise<readonly Key[]>
): Promise<FoundPage> {
	const pages = Math.max(1, Math.ceil(count / size));
	const page = Math.min(Math.max(1, wanted.page), pages);
	const edge = page > 1 ? parseEdge(wanted.key ?? '') : null;
	const orderBy = orderOf(order, edge?.side === 'before');
	if (edge) {
		const where = beyond(order, edge);
		const keys = await select({ where, orderBy, limit: size, offset: 0 });
		// What lies before an edge fills a page, or it is the first.
		if (edge.side === 'after' && keys.length > 0) return { page, pages, ...idsOf(keys) };
		if (edge.side === 'before' && keys.length === size) {
			return { page, pages, ...idsOf(keys.toReversed()) };
		}
	}
	const first = edge?.side === 'before' ? 1 : page;
	const keys = await select({
		where: undefined,
		orderBy: orderOf(order, false),
		limit: size,
		offset: (first - 1) * size
	});
	return { page: first, pages, ...idsOf(keys) };
}

interface Edge extends Key {
	readonly side: 'before' | 'after';
}

function parseEdge(text: string): Edge | null {
	const [, side, at, id] = /^(before|after)-(\d{1,15})-([\w-]{1,64})$/.exec(text) ?? [];
	if (side === undefined || at === undefined || id === undefined) return null;
	return { side: side === 'before' ? side : 'after', at: Number(at), id };
}

function idsOf(keys: readonly Key[]): Pick<FoundPage, 'ids' | 'edges'> {
	const [first, last] = [keys.at(0), keys.at(-1)];
	const edges =
		first && last
			? { before: `before-${first.at}-${first.id}`, after: `after-${last.at}-${last.id}` }
			: {};
	return { ids: keys.map(({ id }) => id), edges };
}

function orderOf({ at, id, newestFirst, lastIdFirst }: Order, backwards: boolean): SQL[] {
	return [
		newestFirst === backwards ? asc(at) : desc(at),
		lastIdFirst === backwards ? asc(id) : desc(id)
	];
}

/** The range comes first and alone, so that an index is searched for it. */
function beyond({ at, id, newestFirst, lastIdFirst }: Order, edge: Edge): SQL | undefined {
	const backwards = edge.side === 'before';
	const falling = newestFirst !== backwards;
	const idsFalling = lastIdFirst !== backwards;
	return and(
		falling ? lte(at, edge.at) : gte(at, edge.at),
		or(
			falling ? lt(at, edge.at) : gt(at, edge.at),
			and(eq(at, edge.at), idsFalling ? lt(id, edge.id) : gt(id, edge.id))
		)
	);
}
