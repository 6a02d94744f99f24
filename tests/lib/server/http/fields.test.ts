import { rowId, text, texts, ticked, upload, wholeNumber } from '#lib/server/http/fields.ts';
import { describe, expect, test } from 'vitest';

const FILE = new File(['x'], 'x.txt');

describe('a number in a form', () => {
	test.each([
		['1', 1],
		['140737488355328', 140_737_488_355_328],
		['', null],
		['0', null],
		['-1', null],
		['1.5', null],
		['1e3', null],
		[' 1', null],
		['0x10', null],
		['9007199254740993', null],
		[undefined, null],
		[FILE, null]
	])('%j is %j', (value, number) => {
		expect(wholeNumber.parse(value)).toBe(number);
	});
});

test('the number of a row that none has stands for one that is missing', () => {
	expect([undefined, '', 'x', '1.5', '3'].map((value) => rowId.parse(value))).toEqual([
		0, 0, 0, 0, 3
	]);
});

test('text that is missing or a file is empty', () => {
	expect([undefined, FILE, ' a '].map((value) => text.parse(value))).toEqual(['', '', ' a ']);
	expect(texts.parse(['a', FILE])).toEqual(['a', '']);
});

test('a box is ticked where the browser says so', () => {
	expect(['on', '', undefined, 'off'].map((value) => ticked.parse(value))).toEqual([
		true,
		false,
		false,
		false
	]);
});

test('a file that was not chosen is none', () => {
	expect(upload.parse(FILE)).toBe(FILE);
	expect([undefined, 'text', new File([], '')].map((value) => upload.parse(value))).toEqual([
		null,
		null,
		null
	]);
});
