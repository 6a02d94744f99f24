import { MAKES } from '#lib/access/catalog/makes.ts';
import { isSimulatedVin, VIN_LENGTH } from '#lib/access/connect-url/vin.ts';
import { makeOfVin, simulatedVin, yearOfVin } from '#lib/connect/vin-facts.ts';
import { describe, expect, it } from 'vitest';

describe('makeOfVin', () => {
	it.each([
		['5YJSA1E14FF101307', 'TESLA'],
		['5yjsa1e14ff101307', 'TESLA'],
		['WAUAFAFL1GN014882', 'AUDI'],
		['SALGS2EF0EA123456', 'LAND_ROVER'],
		['0SCAUDI037A5ADB1C', 'AUDI'],
		['0scmerc0123456789', 'MERCEDES_BENZ'],
		['0SCDSXX0123456789', 'DS'],
		['0SCXXXX0123456789', null],
		['ZZZSA1E14FF101307', null],
		['5Y', null],
		['', null]
	])('%s is of %s', (vin, make) => {
		expect(makeOfVin(vin)).toBe(make);
	});

	it('knows again every brand of a simulated VIN', () => {
		for (const { key } of MAKES) {
			const vin = simulatedVin(key, '0123456789abcdef');
			expect(vin).toHaveLength(VIN_LENGTH);
			expect(vin).toMatch(/^0SC[A-Z]{4}0[0-9A-F]{9}$/);
			expect(isSimulatedVin(vin)).toBe(true);
			expect(makeOfVin(vin)).toBe(key);
		}
	});
});

describe('simulatedVin', () => {
	it.each([
		['KIA', 'abcdef0123456789', '0SCKIAX0ABCDEF012'],
		['MERCEDES_BENZ', '0a1b2c3d4', '0SCMERC00A1B2C3D4']
	])('of %s and %s is %s', (make, tail, vin) => {
		expect(simulatedVin(make, tail)).toBe(vin);
	});
});

describe('yearOfVin', () => {
	it.each([
		['5YJSA1E14AF101307', 2010],
		['5YJSA1E14FF101307', 2015],
		['5YJSA1E14ff101307', 2015],
		['5YJSA1E14YF101307', 2030],
		['5YJSA1E141F101307', 2031],
		['5YJSA1E149F101307', 2039],
		// I, O, Q, U, Z and 0 stand for no year.
		['5YJSA1E14UF101307', null],
		['5YJSA1E140F101307', null],
		['0SCAUDI01AA5ADB1C', null],
		['5YJ', null]
	])('%s is of %s', (vin, year) => {
		expect(yearOfVin(vin)).toBe(year);
	});
});
