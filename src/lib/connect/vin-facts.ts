import { MAKES } from '#lib/access/catalog/makes.ts';
import { isSimulatedVin, VIN_LENGTH } from '#lib/access/connect-url/vin.ts';

/** World manufacturer identifiers (ISO 3780) of the brands that are tried most. */
const MAKE_BY_MAKER: Readonly<Record<string, string>> = {
	'19U': 'ACURA',
	'1C4': 'JEEP',
	'1C6': 'RAM',
	'1FA': 'FORD',
	'1FM': 'FORD',
	'1FT': 'FORD',
	'1G1': 'CHEVROLET',
	'1G4': 'BUICK',
	'1G6': 'CADILLAC',
	'1GT': 'GMC',
	'1HG': 'HONDA',
	'1N4': 'NISSAN',
	'2HG': 'HONDA',
	'2T3': 'TOYOTA',
	'3FM': 'FORD',
	'4S3': 'SUBARU',
	'5LM': 'LINCOLN',
	'5YJ': 'TESLA',
	'7FC': 'RIVIAN',
	'7SA': 'TESLA',
	JHM: 'HONDA',
	JM3: 'MAZDA',
	JN1: 'NISSAN',
	JTD: 'TOYOTA',
	KMH: 'HYUNDAI',
	KNA: 'KIA',
	KND: 'KIA',
	LRW: 'TESLA',
	SAL: 'LAND_ROVER',
	SAJ: 'JAGUAR',
	TMB: 'SKODA',
	VF1: 'RENAULT',
	VF3: 'PEUGEOT',
	VF7: 'CITROEN',
	W0L: 'OPEL',
	W1K: 'MERCEDES_BENZ',
	WAU: 'AUDI',
	WBA: 'BMW',
	WBY: 'BMW',
	WDD: 'MERCEDES_BENZ',
	WMW: 'MINI',
	WP0: 'PORSCHE',
	WVW: 'VOLKSWAGEN',
	XP7: 'TESLA',
	YV1: 'VOLVO',
	ZAR: 'ALFA_ROMEO',
	ZFA: 'FIAT'
};

/** Model years by the tenth character, from 2010 on (49 CFR 565.15, table VII). */
const YEAR_CODES = 'ABCDEFGHJKLMNPRSTVWXY123456789';
const FIRST_CODED_YEAR = 2010;

/** A simulated VIN is `0SC`, four letters of the brand, and ten more characters. */
const SIMULATED_BRAND = { start: 3, length: 4 };

/** The brand that a VIN belongs to, as far as it is known. */
export function makeOfVin(vin: string): string | null {
	const text = vin.toUpperCase();
	if (!isSimulatedVin(text)) return MAKE_BY_MAKER[text.slice(0, 3)] ?? null;
	const { start, length } = SIMULATED_BRAND;
	const letters = text.slice(start, start + length);
	return MAKES.find(({ key }) => brandLetters(key) === letters)?.key ?? null;
}

export function yearOfVin(vin: string): number | null {
	const index = YEAR_CODES.indexOf(vin.charAt(9).toUpperCase());
	const coded = vin.length === VIN_LENGTH && !isSimulatedVin(vin) && index >= 0;
	return coded ? FIRST_CODED_YEAR + index : null;
}

/** @param tail hexadecimal digits, of which the first nine count */
export function simulatedVin(make: string, tail: string): string {
	const end = tail.toUpperCase().slice(0, VIN_LENGTH - 8);
	return `0SC${brandLetters(make)}0${end}`;
}

function brandLetters(make: string): string {
	const { length } = SIMULATED_BRAND;
	return make.replaceAll('_', '').slice(0, length).padEnd(length, 'X');
}
