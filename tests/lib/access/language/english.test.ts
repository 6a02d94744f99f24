import { describe, expect, it } from 'vitest';
import {
	counted,
	formatList,
	formatNumber,
	formatRow,
	plural
} from '../../../../src/lib/access/language/english.ts';

const SETS = { one: 'set', other: 'sets' };

describe('plural', () => {
	it.each([
		[0, 'sets'],
		[1, 'set'],
		[2, 'sets'],
		[1.5, 'sets']
	])('%d has the form %s', (count, form) => {
		expect(plural(count, SETS)).toBe(form);
	});
});

describe('counted', () => {
	it.each([
		[0, '0 sets'],
		[1, '1 set'],
		[999, '999 sets'],
		[1200, '1,200 sets']
	])('writes %d as %s', (count, text) => {
		expect(counted(count, SETS)).toBe(text);
	});
});

describe('formatNumber', () => {
	it('groups thousands', () => {
		expect(formatNumber(1_234_567)).toBe('1,234,567');
	});
});

describe('lists', () => {
	it.each([
		[[], '', ''],
		[['a'], 'a', 'a'],
		[['a', 'b'], 'a and b', 'a, b'],
		[['a', 'b', 'c'], 'a, b and c', 'a, b, c']
	])('writes %j as %j in a sentence and as %j in a row', (parts, inSentence, inRow) => {
		expect(formatList(parts)).toBe(inSentence);
		expect(formatRow(parts)).toBe(inRow);
	});
});

describe('what is written by hand', () => {
	it.each([0, 1, -1, 2, 1.5, 0.1, 11, 21, 999, 1000, -999, -1000, -0, NaN])(
		'is what Intl writes of %d',
		(count) => {
			const category = new Intl.PluralRules('en-GB').select(count);
			expect(plural(count, { one: 'one', other: 'other' })).toBe(category);
			expect(formatNumber(count)).toBe(new Intl.NumberFormat('en-GB').format(count));
		}
	);

	it('is a row as Intl writes it', () => {
		const rows = new Intl.ListFormat('en-GB', { type: 'unit', style: 'short' });
		for (const parts of [[], ['a'], ['a', 'b'], ['a, b', 'c', 'd']])
			expect(formatRow(parts)).toBe(rows.format(parts));
	});
});
