import { ENDS } from './words.ts';
import * as words from './words.en.ts';

/** What the address says about the list of sessions. */
export interface View {
	/** Key of an end; empty for all. */
	readonly end: string;
	/** Empty for everybody. */
	readonly user: string;
	/** Only the sessions of a link without `user`. */
	readonly withoutUser: boolean;
	readonly page: number;
	/** Edge of the page beside it; undefined where the page is told by its number alone. */
	readonly key?: string | undefined;
}

/** Id of the list's heading. */
export const LIST = 'sessions';

export const EVERYTHING: View = { end: '', user: '', withoutUser: false, page: 1 };

/** Reads a view. What is wrong in the address counts as not given; `problem` says what it is. */
export function parseView(search: URLSearchParams): View & { readonly problem: string | null } {
	const end = search.get('end') ?? '';
	const page = search.get('page') ?? '';
	const known = end === '' || ENDS.some((known) => known.end === end);
	const numbered = page === '' || /^[1-9]\d{0,8}$/.test(page);
	const user = search.get('user') ?? '';
	return {
		end: known ? end : '',
		user,
		withoutUser: user === '' && search.get('without_user') === 'true',
		page: numbered ? Number(page || 1) : 1,
		key: search.get('key') ?? undefined,
		problem: !known ? words.noSuchEnd(end) : !numbered ? words.noPageNumber(page) : null
	};
}

/** The query of the page for a view; `?` alone for everything. */
export function formatView({ end, user, withoutUser, page, key }: View): string {
	const query = new URLSearchParams();
	if (end !== '') query.set('end', end);
	if (user !== '') query.set('user', user);
	else if (withoutUser) query.set('without_user', 'true');
	if (page > 1) query.set('page', String(page));
	if (page > 1 && key !== undefined) query.set('key', key);
	return `?${query}`;
}

/** The list of a view on its page, past what stands above it. */
export function listHref(view: View): string {
	return `${formatView(view)}#${LIST}`;
}

/** Puts sessions of the same user together, in the order in which each user comes first. */
export function groupByUser<T extends { readonly user: string | null }>(
	sessions: readonly T[]
): readonly { readonly user: string | null; readonly sessions: readonly T[] }[] {
	const groups = new Map<string | null, T[]>();
	for (const session of sessions) {
		const group = groups.get(session.user);
		if (group) group.push(session);
		else groups.set(session.user, [session]);
	}
	return [...groups].map(([user, members]) => ({ user, sessions: members }));
}
