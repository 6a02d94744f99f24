import { END_OF_API_V2, tabOf } from '#lib/access/catalog/kinds.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { describe, expect, it } from 'vitest';

describe('tabOf', () => {
	it.each([
		['odometer-traveleddistance', 'signals'],
		['security-lock', 'commands'],
		['make', 'attributes'],
		['security-lock-v2', 'v2'],
		['v2-odometer', 'v2']
	])('shows %s under %s', (code, tab) => {
		const item = officialCatalog.item(code);
		expect(item && tabOf(item)).toBe(tab);
	});

	it('refuses an endpoint of API v3, which does not exist', () => {
		expect(() => tabOf({ kind: 'endpoint', apiVersion: 'v3' })).toThrow(
			new TypeError('Endpoints belong to API v2')
		);
	});
});

describe('END_OF_API_V2', () => {
	it('is an ISO date, comparable as text', () => {
		expect(new Date(END_OF_API_V2).toISOString().slice(0, 10)).toBe(END_OF_API_V2);
	});
});
