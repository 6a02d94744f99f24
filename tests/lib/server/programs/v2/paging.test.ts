import { toResponse } from '#lib/server/programs/answer.ts';
import { Refused } from '#lib/server/programs/endpoint.ts';
import { pageOf } from '#lib/server/programs/v2/paging.ts';
import { describe, expect, it } from 'vitest';

const ALL = Array.from({ length: 60 }, (_, index) => index);
const page = (query: string, usual = 10) =>
	pageOf(ALL, new URLSearchParams(query), { usual, requestId: 'request-1' });

describe('pageOf', () => {
	it.each([
		['', 0, 10],
		['limit=&offset=', 0, 10],
		['limit=1', 0, 1],
		['limit=50', 0, 50],
		['limit=007', 0, 7],
		['offset=59', 59, 1],
		['offset=60', 60, 0],
		['offset=999999', 999_999, 0],
		['limit=2&offset=3', 3, 2]
	])('%j starts at %d and holds %d', (query, offset, count) => {
		expect(page(query)).toEqual({
			items: ALL.slice(offset, offset + count),
			paging: { count: 60, offset }
		});
	});

	it('holds everything where that is usual', () => {
		expect(page('', ALL.length)).toMatchObject({ items: ALL });
		expect(page('limit=2', ALL.length)).toMatchObject({ items: [0, 1] });
		expect(page('offset=58', ALL.length)).toMatchObject({ items: [58, 59] });
	});

	const LIMIT = { field: 'limit', message: 'limit is a whole number from 1 to 50.' };
	const OFFSET = { field: 'offset', message: 'offset is a whole number from 0 on.' };
	it.each([
		['limit=0', LIMIT],
		['limit=51', LIMIT],
		['limit=-1', LIMIT],
		['limit=1.5', LIMIT],
		['limit=ten', LIMIT],
		['limit=%20', LIMIT],
		['limit=1e1', LIMIT],
		['offset=-1', OFFSET],
		['offset=x', OFFSET],
		['offset=1000000', OFFSET],
		['limit=x&offset=x', LIMIT]
	])('refuses %j', async (query, detail) => {
		const answer = page(query);
		if (!(answer instanceof Refused)) throw new Error('No refusal');
		const response = toResponse(answer.answer);
		expect(response?.status).toBe(400);
		expect(await response?.json()).toMatchObject({
			type: 'VALIDATION',
			code: null,
			detail: [detail]
		});
	});
});
