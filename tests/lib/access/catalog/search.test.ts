import { officialCatalog } from '#lib/access/catalog/official.ts';
import { createSearch } from '#lib/access/catalog/search.ts';
import { describe, expect, it } from 'vitest';

const search = createSearch(officialCatalog.items);

describe('search', () => {
	it.each([
		['state of charge', 'tractionbattery-stateofcharge', 'its name'],
		['soc', 'tractionbattery-stateofcharge', 'a synonym'],
		['SOC', 'tractionbattery-stateofcharge', 'a synonym in capitals'],
		['tractionbattery-stateofcharge', 'tractionbattery-stateofcharge', 'its code'],
		['read_battery', 'tractionbattery-range', 'its permission'],
		['%', 'tractionbattery-stateofcharge', 'its unit'],
		['/battery', 'v2-battery', 'its path'],
		['/battery', 'tractionbattery-stateofcharge', 'the path of its API v2 relative'],
		['odometr', 'odometer-traveleddistance', 'its name with a letter left out'],
		['odommeter', 'odometer-traveleddistance', 'its name with a letter too many'],
		['odoneter', 'odometer-traveleddistance', 'its name with a wrong letter'],
		['odoemter', 'odometer-traveleddistance', 'its name with two letters swapped'],
		['charge start', 'charge-start', 'two words in any order'],
		['mileage', 'odometer-traveleddistance', 'a synonym']
	])('“%s” finds %s by %s', (query, code) => {
		expect(search.find(query)?.has(code)).toBe(true);
	});

	it('needs every word', () => {
		expect(search.find('odometer battery')?.size).toBe(0);
	});

	it('does not guess while a word is exact somewhere', () => {
		expect(search.find('location')?.has('odometer-traveleddistance')).toBe(false);
	});

	it.each(['', '   ', '\t\n'])('takes %j as no search at all', (query) => {
		expect(search.find(query)).toBeNull();
	});

	it.each(['zzzzzzzz', '\\', '((((', '[[[[', '*', '\u0000', '\ud800', 'a'.repeat(5000)])(
		'finds nothing and does not fail on %j',
		(query) => {
			expect(search.find(query)?.size).toBe(0);
		}
	);

	it('reaches any signal with a few letters of its name', () => {
		for (const item of officialCatalog.items) {
			expect(search.find(item.name)?.has(item.code), item.code).toBe(true);
		}
	});
});
