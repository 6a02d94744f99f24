import { describe, expect, it } from 'vitest';
import {
	formatView,
	readView
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/connections/view.ts';

const USUAL = {
	page: 1,
	search: '',
	onlyLacking: false,
	lacks: null,
	onlyEnded: false,
	connection: null
} as const;

describe('readView', () => {
	it.each([
		['', USUAL],
		['page=3&lacking=true&connection=a', { ...USUAL, page: 3, onlyLacking: true, connection: 'a' }],
		['ended=true', { ...USUAL, onlyEnded: true }],
		['ended=yes', USUAL],
		['q=+Land+Rover+', { ...USUAL, search: 'Land Rover' }],
		[`q=${'x'.repeat(200)}`, { ...USUAL, search: 'x'.repeat(100) }],
		['lacks=read_vin', { ...USUAL, lacks: 'read_vin' }],
		['lacks=read_vin&lacking=true', { ...USUAL, lacks: 'read_vin' }],
		['lacks=read_nothing&lacking=true', { ...USUAL, onlyLacking: true }],
		['ended=true&lacks=read_vin&lacking=true', { ...USUAL, onlyEnded: true }],
		['lacks=', USUAL],
		['connection=%00', { ...USUAL, connection: '\uFFFD' }],
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
		[{ page: 2, onlyEnded: true }, '?ended=true&page=2'],
		[{ search: 'Land Rover', lacks: 'read_vin' }, '?q=Land+Rover&lacks=read_vin'],
		[{ search: '', lacks: null }, '?']
	] as const)('writes %j', (view, query) => {
		expect(formatView(view)).toBe(query);
	});
});
