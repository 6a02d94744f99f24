import { Refused } from '../endpoint.ts';
import { v2Refusal } from './answers.ts';

/** Vehicles of one page where nothing is said. */
export const VEHICLES_PER_PAGE = 10;

/** The most that one page of API v2 holds. */
const MAX_LIMIT = 50;

/**
 * Cuts one page out of a list, by `limit` and `offset` of the query.
 *
 * @param usual the limit where none is said
 */
export function pageOf<T>(
	all: readonly T[],
	query: URLSearchParams,
	{ usual, requestId }: { readonly usual: number; readonly requestId: string }
): { readonly items: readonly T[]; readonly paging: object } | Refused {
	const limit = numberIn(query, 'limit', usual);
	const offset = numberIn(query, 'offset', 0);
	if (limit === null || (query.get('limit') && (limit < 1 || limit > MAX_LIMIT))) {
		const message = `limit is a whole number from 1 to ${MAX_LIMIT}.`;
		return refuse(requestId, 'limit', message);
	}
	if (offset === null) {
		const message = 'offset is a whole number from 0 on.';
		return refuse(requestId, 'offset', message);
	}
	return { items: all.slice(offset, offset + limit), paging: { count: all.length, offset } };
}

function numberIn(query: URLSearchParams, name: string, usual: number): number | null {
	const text = query.get(name);
	if (text === null || text === '') return usual;
	return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

function refuse(requestId: string, field: string, message: string): Refused {
	return new Refused(v2Refusal(requestId, 'VALIDATION', { detail: [{ field, message }] }));
}
