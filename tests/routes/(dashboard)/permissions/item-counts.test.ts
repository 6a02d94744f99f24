import { officialCatalog } from '#lib/access/catalog/official.ts';
import { describe, expect, it } from 'vitest';
import { countsInWords } from '../../../../src/routes/(dashboard)/permissions/item-counts.ts';

describe('countsInWords', () => {
	it.each([
		['read_alerts', '1 in API v2'],
		['read_odometer', '1 signal, 1 in API v2']
	] as const)('%s: %s', (name, words) => {
		expect(countsInWords(officialCatalog.itemsNeeding(name))).toBe(words);
	});

	it('adds up to all items of the permission', () => {
		for (const { name } of officialCatalog.permissions) {
			const items = officialCatalog.itemsNeeding(name);
			const numbers = countsInWords(items).match(/\d+(?= )/g) ?? [];
			expect(numbers.reduce((sum, one) => sum + Number(one), 0)).toBe(items.length);
		}
	});

	it('is empty for no item', () => expect(countsInWords([])).toBe(''));
});
