import { aged, emptied, halved } from '#lib/faults/spoil.ts';
import { describe, expect, it } from 'vitest';

const signal = (body: object | undefined, oemUpdatedAt: unknown) => ({
	id: 'a-b',
	type: 'signal',
	attributes: { code: 'a-b', status: { value: 'SUCCESS' }, ...(body && { body }) },
	meta: { ingestedAt: '2026-11-23T14:00:05.000Z', ...(oemUpdatedAt !== null && { oemUpdatedAt }) }
});
const ISO = '2026-11-23T14:00:00.000Z';
const MINUTE_EARLIER = '2026-11-23T13:59:00.000Z';
const age = { 'sc-data-age': ISO, 'sc-fetched-at': ISO };

describe('what is said to be older', () => {
	it('is so in its header, and nowhere else', () => {
		expect(aged({ headers: age, body: { distance: 5 } }, 60_000)).toEqual({
			headers: { 'sc-data-age': MINUTE_EARLIER, 'sc-fetched-at': ISO },
			body: { distance: 5 }
		});
	});

	it.each([
		[
			'one signal',
			{ data: signal({ value: 1 }, ISO) },
			{ data: signal({ value: 1 }, MINUTE_EARLIER) }
		],
		[
			'signals',
			{ data: [signal({ value: 1 }, ISO)] },
			{ data: [signal({ value: 1 }, MINUTE_EARLIER)] }
		],
		['one of 2025', signal({ value: 1 }, 120_000), signal({ value: 1 }, 60_000)],
		['one that never said when', { data: signal({}, null) }, { data: signal({}, null) }]
	])('is so in %s', (_what, body, older) => {
		expect(aged({ headers: {}, body }, 60_000)).toEqual({ headers: {}, body: older });
	});

	it('is so in each part of a batch', () => {
		const part = (headers: object) => ({ path: '/odometer', code: 200, headers, body: {} });
		const body = { responses: [part(age), part({})] };
		const { body: older } = aged({ headers: {}, body }, 60_000);
		expect(older).toEqual({
			responses: [part({ ...age, 'sc-data-age': MINUTE_EARLIER }), part({})]
		});
	});
});

describe('half of a body', () => {
	it.each([
		[{ percentRemaining: 0.5, range: 100 }, { range: 100 }],
		[{ distance: 5 }, { distance: null }],
		[{ a: 1, b: 2, c: 3 }, { b: 2 }],
		[{}, {}],
		[
			[{ a: 1, b: 2 }, 3],
			[{ b: 2 }, 3]
		],
		[{ data: signal({ value: 1, unit: 'km' }, ISO) }, { data: signal({ unit: 'km' }, ISO) }],
		[{ data: [signal({ value: 1 }, ISO)] }, { data: [signal({ value: null }, ISO)] }],
		[{ data: [signal(undefined, ISO)] }, { data: [signal(undefined, ISO)] }],
		[
			{ data: { type: 'vehicle', attributes: { make: 'A', model: 'B', powertrainType: 'BEV' } } },
			{ data: { type: 'vehicle', attributes: { make: 'A', powertrainType: null } } }
		],
		[
			{ type: 'vehicle', attributes: { make: 'A', model: 'B', year: '2021' } },
			{ type: 'vehicle', attributes: { make: 'A', year: '2021' } }
		],
		[
			{
				responses: [
					{ path: '/odometer', code: 200, headers: {}, body: { distance: 5 } },
					{ path: '/fuel', code: 501, headers: {}, body: { type: 'A', code: 'B' } }
				]
			},
			{
				responses: [
					{ path: '/odometer', code: 200, headers: {}, body: { distance: null } },
					{ path: '/fuel', code: 501, headers: {}, body: { type: 'A', code: 'B' } }
				]
			}
		]
	])('of %j is %j', (body, half) => {
		expect(halved({ headers: age, body })).toEqual({ headers: age, body: half });
	});
});

describe('an empty store', () => {
	it('lists nothing, and counts nothing', () => {
		const meta = { totalCount: 1, pageSize: 1, pageNumber: 1 };
		const links = { self: '/' };
		expect(emptied({ data: [signal({}, ISO)], meta, links })).toEqual({
			data: [],
			meta: { totalCount: 0, pageSize: 0, pageNumber: 1 },
			links
		});
	});
});
