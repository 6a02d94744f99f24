import { equivalentCodes } from '#lib/access/catalog/details.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { describe, expect, it } from 'vitest';

describe('equivalentCodes', () => {
	it.each([
		['charge-chargelimits', ['v2-charge-limit']],
		['nothing-like-it', []]
	])('%s: %j', (code, codes) => expect(equivalentCodes(code)).toEqual(codes));

	it('leads back: every item named as equivalent names the item in turn', () => {
		for (const { code } of officialCatalog.items) {
			for (const other of equivalentCodes(code)) expect(equivalentCodes(other)).toContain(code);
		}
	});

	it('stays in the catalog and never names the item itself', () => {
		for (const { code } of officialCatalog.items) {
			const codes = equivalentCodes(code);
			expect(codes).not.toContain(code);
			expect(codes.every((other) => officialCatalog.item(other) !== null)).toBe(true);
		}
	});
});
