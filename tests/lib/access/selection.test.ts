import { normalizeSelection, sameSelection } from '#lib/access/selection.ts';
import { describe, expect, it } from 'vitest';

const item = (code: string, required = false) => ({ code, required });

describe('the canonical form of a selection', () => {
	it('is sorted by code', () => {
		expect(normalizeSelection([item('b'), item('c'), item('a', true)])).toEqual([
			item('a', true),
			item('b'),
			item('c')
		]);
	});

	it.each([
		['first', [item('a', true), item('a')]],
		['last', [item('a'), item('a', true)]],
		['between', [item('a'), item('a', true), item('a')]]
	])('has a repeated code once; required wins where it stands %s', (_, items) => {
		expect(normalizeSelection(items)).toEqual([item('a', true)]);
	});

	it('keeps a repeated code optional where it is nowhere required', () => {
		expect(normalizeSelection([item('a'), item('a')])).toEqual([item('a')]);
	});
});

describe('two selections', () => {
	const both = [item('a'), item('b', true)];

	it('are the same item by item', () => {
		expect(sameSelection(both, [item('a'), item('b', true)])).toBe(true);
		expect(sameSelection([], [])).toBe(true);
	});

	it.each([
		['an item less', [item('a')]],
		['an item more', [...both, item('c')]],
		['another item', [item('a'), item('c', true)]],
		['another switch', [item('a'), item('b')]],
		['nothing', []]
	])('differ by %s', (_, other) => {
		expect(sameSelection(both, other)).toBe(false);
		expect(sameSelection(other, both)).toBe(false);
	});
});
