import { describe, expect, it } from 'vitest';
import {
	formatView,
	readView
} from '../../../../src/routes/(dashboard)/applications/applications-view.ts';

describe('readView', () => {
	it.each([
		['', { page: 1, search: '' }],
		['q=Fleet&page=3&key=after-1-a', { page: 3, search: 'Fleet', key: 'after-1-a' }],
		['page=0', { page: 1, search: '' }],
		['page=-2', { page: 1, search: '' }],
		['page=1e3', { page: 1, search: '' }],
		['page=9999999', { page: 1, search: '' }],
		[`q=${'x'.repeat(99)}`, { page: 1, search: 'x'.repeat(80) }]
	])('reads “%s”', (query, view) => {
		expect(readView(new URLSearchParams(query))).toEqual(view);
	});
});

describe('formatView', () => {
	it.each([
		[{ page: 1, search: '', key: 'before-1-a' }, '?'],
		[{ page: 2, search: 'a&b', key: 'after-1-a' }, '?q=a%26b&page=2&key=after-1-a'],
		[{ page: 2, search: '' }, '?page=2']
	])('writes %j as “%s”', (view, query) => {
		expect(formatView(view)).toBe(query);
	});
});
