import { officialCatalog } from '#lib/access/catalog/official.ts';
import { parseConfiguration } from '#lib/access/configuration.ts';
import { currentCodes } from '#lib/access/current-codes.ts';
import { derive } from '#lib/access/derive.ts';
import { describe, expect, it } from 'vitest';

const former = { code: 'powertraintype', required: true };
const current = { code: 'powertrainType', required: true };

describe('a code that was renamed', () => {
	it('is read by its name of today, and the list is in order again', () => {
		const other = { code: 'powertrainZ', required: false };
		expect(currentCodes([other, former], officialCatalog)).toEqual([current, other]);
	});

	it('is one item with its name of today; required wins', () => {
		expect(currentCodes([{ ...current, required: false }, former], officialCatalog)).toEqual([
			current
		]);
	});

	it('is still understood in a vehicle-access.json', () => {
		const result = parseConfiguration({ version: 1, items: [former] });
		expect(result).toMatchObject({ ok: true, selection: [current] });
		expect(result.ok && derive(result.selection, officialCatalog)[0]?.neededBy).toEqual([
			'powertrainType'
		]);
	});
});
