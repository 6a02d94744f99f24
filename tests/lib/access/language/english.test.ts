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
