import { isSimulatedVin, requiresCheckDigit, vinCheckDigit } from '#lib/access/connect-url/vin.ts';
import { describe, expect, it } from 'vitest';

describe('vinCheckDigit', () => {
	it.each([
		['5YJSA1E14FF101307', '4'],
		['1M8GDM9AXKP042788', 'X'],
		['11111111111111111', '1'],
		['1m8gdm9axkp042788', 'X'],
		['5YJSA1E15FF101307', '4']
	])('computes the check digit of %s as %s', (vin, digit) => {
		expect(vinCheckDigit(vin)).toBe(digit);
	});

	it.each(['', '5YJSA1E14FF10130', '5YJSA1E14FF1013070', '5YJSA1E14FF10130I', '0SCAUDI037A5ADB1C'])(
		'computes none for %j, which is no VIN in form',
		(vin) => {
			expect(vinCheckDigit(vin)).toBeNull();
		}
	);
});

it.each([
	['0SCAUDI037A5ADB1C', true],
	['0scaudi012fe3b132', true],
	['5YJSA1E14FF101307', false]
])('%s belongs to a simulated vehicle: %s', (vin, expected) => {
	expect(isSimulatedVin(vin)).toBe(expected);
});

it.each([
	['1M8GDM9AXKP042788', true],
	['7SAYGDEE5NF000000', true],
	['LRW3E7FA0MC000000', true],
	['WVWZZZ1JZ3W386752', false],
	['6T153BK360X000000', false]
])('the maker’s home of %s requires a check digit: %s', (vin, expected) => {
	expect(requiresCheckDigit(vin)).toBe(expected);
});
