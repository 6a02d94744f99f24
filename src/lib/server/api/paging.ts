import { v2Error } from './v2-error.ts';

/** Of one page of API v2: what the platform takes when nothing is said, and the most. */
const LIMIT = { usual: 10, most: 50 };

/** Cuts one page out of a list, by `limit` and `offset` of the query. */
export function pageOf<T>(
	all: readonly T[],
	query: URLSearchParams
): { readonly items: readonly T[]; readonly paging: object } | Response {
	const limit = numberIn(query, 'limit', LIMIT.usual);
	const offset = numberIn(query, 'offset', 0);
	if (limit === null || limit < 1 || limit > LIMIT.most) {
		const message = `limit is a whole number from 1 to ${LIMIT.most}.`;
		return v2Error('VALIDATION', { detail: [{ field: 'limit', message }] });
	}
	if (offset === null) {
		const message = 'offset is a whole number from 0 on.';
		return v2Error('VALIDATION', { detail: [{ field: 'offset', message }] });
	}
	return { items: all.slice(offset, offset + limit), paging: { count: all.length, offset } };
}

function numberIn(query: URLSearchParams, name: string, usual: number): number | null {
	const text = query.get(name);
	if (text === null || text === '') return usual;
	return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
