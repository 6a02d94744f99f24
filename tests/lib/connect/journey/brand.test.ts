import { afterBrand, afterPreamble } from '#lib/connect/journey/brand.ts';
import { describe, expect, it } from 'vitest';
import { requestWith } from '../../../support/session-facts.ts';

describe('afterPreamble', () => {
	it.each([
		[null, null, 'brand', null],
		['TESLA', null, 'login', 'TESLA'],
		['tesla', null, 'login', 'TESLA'],
		['NO_SUCH_BRAND', null, 'unsupported', null],
		['AUDI', '5YJSA1E14FF101307', 'login', 'TESLA'],
		[null, '0SCAUDI037A5ADB1C', 'login', 'AUDI'],
		// The brand of this VIN is not known; the link's make does not count beside a VIN.
		['AUDI', 'ZZZSA1E14FF101307', 'brand', null]
	])('of a link with the make %s and the VIN %s is %s, brand %s', (make, vin, screen, decided) => {
		expect(afterPreamble(requestWith({ make, singleSelectVin: vin }))).toEqual({
			make: decided,
			screen
		});
	});
});

describe('afterBrand', () => {
	it.each([
		['TESLA', 'login', 'TESLA'],
		['LAND_ROVER', 'login', 'LAND_ROVER'],
		['', 'unsupported', null],
		['tesla', 'unsupported', null],
		['NO_SUCH_BRAND', 'unsupported', null]
	])('%j leads to %s, brand %s', (key, screen, make) => {
		expect(afterBrand(key)).toEqual({ make, screen });
	});
});
