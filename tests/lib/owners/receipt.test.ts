import { parseReceiptId, Receipt, receiptJsonSchema } from '#lib/owners/receipt.ts';
import { describe, expect, it } from 'vitest';

describe('the number of a receipt', () => {
	it.each([
		['1', 1],
		['42', 42],
		['999999999999999', 999_999_999_999_999],
		['1000000000000000', null],
		['0', null],
		['01', null],
		['-1', null],
		['1.5', null],
		['1e3', null],
		[' 1', null],
		['12.json', null],
		['', null]
	])('in “%s” is %s', (text, id) => {
		expect(parseReceiptId(text)).toBe(id);
	});
});

describe('the schema of a receipt', () => {
	it('describes every property, and takes no other', () => {
		expect(receiptJsonSchema()).toMatchObject({
			title: 'Receipt of access',
			$schema: 'https://json-schema.org/draft/2020-12/schema',
			type: 'object',
			required: Object.keys(Receipt.shape),
			additionalProperties: false
		});
	});
});
