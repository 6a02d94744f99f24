import { parseScope } from '#lib/access/scope.ts';
import { askedBetween, timeline, type Asked, type TimelineCell } from '#lib/access/timeline.ts';
import { describe, expect, it } from 'vitest';

const asked = (scope: string): Asked => parseScope(scope).permissions;
const versions = (scopes: readonly (string | null)[]) =>
	scopes.map((scope) => (scope === null ? null : asked(scope)));

const SIGNS = { asked: 'o', required: '#', 'no-longer': '-', not: '.', unknown: '?' } as const;

/** A row as a drawing: a sign for each version, within brackets from where to where it is asked. */
const drawn = ({ state, begins, ends }: TimelineCell) =>
	`${begins ? '[' : ''}${SIGNS[state]}${ends ? ']' : ''}`;
const draw = (...told: Parameters<typeof timeline>) =>
	timeline(...told).map(({ name, cells }) => `${name} ${cells.map(drawn).join(' ')}`);

describe('timeline', () => {
	it.each([
		{ what: 'nothing', scopes: [], rows: [] },
		{ what: 'nobody asking for anything', scopes: ['', ''], rows: [] },
		{ what: 'one version', scopes: ['read_vin'], rows: ['read_vin [o]'] },
		{
			what: 'what stays',
			scopes: ['read_vin', 'read_vin', 'read_vin'],
			rows: ['read_vin [o o o]']
		},
		{
			what: 'what comes and goes, once said to be gone',
			scopes: ['', 'read_vin', '', ''],
			rows: ['read_vin . [o] - .']
		},
		{
			what: 'what comes again',
			scopes: ['read_vin', '', 'read_vin'],
			rows: ['read_vin [o] - [o]']
		},
		{
			what: 'what becomes required and optional, without an end in between',
			scopes: ['read_vin', 'required:read_vin', 'read_vin'],
			rows: ['read_vin [o # o]']
		},
		{
			what: 'several in scope order, whatever order they came in',
			scopes: ['control_charge', 'read_vin control_charge', 'read_battery'],
			rows: ['read_battery . . [o]', 'read_vin . [o] -', 'control_charge [o o] -']
		},
		{
			what: 'one that cannot be read, which neither asks nor gives up',
			scopes: ['read_vin', null, 'read_vin', ''],
			rows: ['read_vin [o] ? [o] -']
		},
		{ what: 'one alone that cannot be read', scopes: [null], rows: [] },
		{
			what: 'what cannot be read just before, of which nothing is said to be gone',
			scopes: ['read_vin', null, ''],
			rows: ['read_vin [o] ? .']
		}
	])('draws $what', ({ scopes, rows }) => {
		expect(draw(versions(scopes))).toEqual(rows);
	});

	it.each([
		['goes on from before', { before: 'read_vin' }, ['read_vin o]']],
		['goes on after', { after: 'read_vin' }, ['read_vin [o']],
		['goes on both ways', { before: 'required:read_vin', after: 'read_vin' }, ['read_vin o']],
		[
			'says what ended here',
			{ before: 'read_odometer read_vin' },
			['read_odometer -', 'read_vin o]']
		],
		['leaves out what begins later', { after: 'read_fuel' }, ['read_vin [o]']]
	] as const)('that shows one of several %s', (_, beside, rows) => {
		const around = {
			before: 'before' in beside ? asked(beside.before) : undefined,
			after: 'after' in beside ? asked(beside.after) : undefined
		};
		expect(draw([asked('read_vin')], around)).toEqual(rows);
	});

	it('takes what cannot be read on either side for an end', () => {
		expect(draw([asked('read_vin')], { before: null, after: null })).toEqual(['read_vin [o]']);
	});
});

describe('askedBetween', () => {
	const told = (ends: readonly [string, string], between: Readonly<Record<number, string>>) =>
		askedBetween(
			[asked(ends[0]), asked(ends[1])],
			Object.entries(between).map(([number, scope]) => ({
				number: Number(number),
				asked: asked(scope)
			}))
		).map(({ name, by }) => `${name} ${by.join(' ')}`);

	it.each([
		['nothing between', ['read_vin', 'read_vin'], {}, []],
		['what one end asks', ['read_vin', 'read_fuel'], { 2: 'read_vin read_fuel' }, []],
		['what was asked once', ['read_vin', 'read_vin'], { 2: 'read_fuel' }, ['read_fuel 2']],
		[
			'what was asked more than once, in scope order',
			['', ''],
			{ 2: 'read_vin', 3: 'required:read_battery', 4: 'read_vin' },
			['read_battery 3', 'read_vin 2 4']
		]
	] as const)('knows of %s', (_, ends, between, expected) => {
		expect(told(ends, between)).toEqual(expected);
	});
});
