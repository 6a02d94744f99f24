import { describe, expect, it } from 'vitest';
import {
	formatView,
	readView
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/connections/view.ts';

const USUAL = { page: 1, onlyLacking: false, onlyEnded: false, connection: null };

describe('readView', () => {
	it.each([
		['', USUAL],
		['page=3&lacking=true&connection=a', { ...USUAL, page: 3, onlyLacking: true, connection: 'a' }],
		['ended=true', { ...USUAL, onlyEnded: true }],
		['ended=yes', USUAL],
		['page=0', USUAL],
		['page=-2', USUAL],
		['page=1e3', USUAL],
		['page=9999999', USUAL],
		['page=', USUAL],
		['lacking=yes', USUAL],
		['connection=', USUAL]
	])('reads “%s”', (query, view) => {
		expect(readView(new URLSearchParams(query))).toEqual(view);
	});
});

describe('formatView', () => {
	it.each([
		[USUAL, '?'],
		[{}, '?'],
		[{ page: 3, onlyLacking: true, connection: 'a b' }, '?lacking=true&page=3&connection=a+b'],
		[{ page: 2, onlyEnded: true }, '?ended=true&page=2']
	])('writes %j', (view, query) => {
		expect(formatView(view)).toBe(query);
	});
});
