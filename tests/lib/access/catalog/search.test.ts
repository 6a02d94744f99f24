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
		['odmeter', 'odometer-traveleddistance', 'its name with a letter left out inside'],
		['feul', 'internalcombustionengine-fuellevel', 'a short name with two letters swapped'],
		['odometr', 'odometer-traveleddistance', 'its name with a letter left out'],
		['odommeter', 'odometer-traveleddistance', 'its name with a letter too many'],
		['odoneter', 'odometer-traveleddistance', 'its name with a wrong letter'],
		['odoemter', 'odometer-traveleddistance', 'its name with two letters swapped'],
		['charge start', 'charge-start', 'two words in any order'],
		['mileage', 'odometer-traveleddistance', 'a synonym'],
		['required:read_odometer', 'odometer-traveleddistance', 'a word of a scope'],
		['&scope=required%3Aread_odometer', 'odometer-traveleddistance', 'a piece of a link'],
		['%20odometer', 'odometer-traveleddistance', 'a piece of an encoded text'],
		['required%3Aread_odometer', 'odometer-traveleddistance', 'a word of an encoded scope'],
		['/v2.0/vehicles/{id}/odometer', 'v2-odometer', 'a path of API v2'],
		['/v2.0/vehicles/{id}/odometer', 'odometer-traveleddistance', 'a path of API v2 relative'],
		['vehicles/{id}/battery', 'v2-battery', 'a path without its slash'],
		['vehicles/:id/battery', 'v2-battery', 'a path of a router'],
		[
			'https://api.smartcar.com/v2.0/vehicles/36ab27d0-fd9d-4455-823a-ce30af709ffc/location',
			'v2-location',
			'an address'
		],
		['GET /vehicles/{vehicleId}/signals/wheel-tires', 'wheel-tires', 'a path of API v3'],
		['/vehicles', 'v2-vehicles', 'the path of all vehicles'],
		['tire-pressure', 'wheel-tires', 'another sign between words'],
		['tyrepressure', 'wheel-tires', 'words without a space'],
		['percentRemaining', 'tractionbattery-stateofcharge', 'the field of the answer'],
		['TYRE', 'wheel-tires', 'a synonym in capitals'],
		['Odómeter', 'odometer-traveleddistance', 'its name with an accent'],
		['plug status', 'charge-ischargingcableconnected', 'words for it'],
		['parked', 'location-preciselocation', 'words for it'],
		['where parked', 'location-preciselocation', 'words for it'],
		['land rover', 'make', 'a brand'],
		['Land-Rover', 'make', 'a brand in another spelling'],
		['Citroe\u0308n', 'make', 'a brand with a decomposed accent']
	])('“%s” finds %s by %s', (query, code) => {
		expect(search.find(query)?.has(code)).toBe(true);
	});

	it('needs every word', () => {
		expect(search.find('odometer battery')?.size).toBe(0);
		expect(search.find('odometer-traveleddistance zzzz')?.size).toBe(0);
	});

	it('finds nothing that it was not made for', () => {
		for (const { code } of officialCatalog.items.slice(0, 2)) {
			const matches = search.find(code);
			expect(matches?.has(code)).toBe(true);
			expect(matches?.has('speed-of-light')).toBe(false);
		}
	});

	it('knows the brands at the one attribute that tells them', () => {
		expect(search.find('land rover')?.has('odometer-traveleddistance')).toBe(false);
	});

	it('gives what matches, and no other', () => {
		const matches = search.find('odometer');
		expect(matches?.among(officialCatalog.items)).toHaveLength(matches?.size ?? 0);
	});

	it.each([
		['soc', 'tractionbattery-stateofcharge'],
		['State of Charge', 'tractionbattery-stateofcharge'],
		['battery level', 'tractionbattery-stateofcharge'],
		['charge limit', 'charge-chargelimits'],
		['mileage', 'odometer-traveleddistance'],
		['vin', 'vehicleidentification-vin'],
		['lock', 'security-lock'],
		['range', 'tractionbattery-range']
	])('“%s” means first of all %s', (query, code) => {
		const matches = search.find(query);
		expect(matches?.among(officialCatalog.items)[0]?.code).toBe(code);
	});

	it.each(['batt', 'charge', 'odometer', 'vehicle', 'read_tires'])(
		'“%s” finds what API v3 has before what only v2 has',
		(query) => {
			const matches = search.find(query);
			const versions = matches?.among(officialCatalog.items).map((item) => item.apiVersion);
			expect(versions?.toSorted().toReversed()).toEqual(versions);
		}
	);

	it.each([
		['Charg-', 'Charge rate', 'Charg'],
		['STATE of', 'State of charge', 'State'],
		['zzz charge', 'Charge rate', 'Charge']
	])('“%s” marks in “%s” %s', (query, text, marked) => {
		const part = search.find(query)?.mark(text);
		expect(part && text.slice(part.start, part.end)).toBe(marked);
	});

	it('marks nothing where no word stands', () => {
		expect(search.find('zzz')?.mark('State of charge')).toBeNull();
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
