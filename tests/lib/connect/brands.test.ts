import { MAKES } from '#lib/access/catalog/makes.ts';
import { isMeant } from '#lib/access/fold.ts';
import { brandsOf, COUNTRY_CODES } from '#lib/connect/brands.ts';
import { simulatedModel } from '#lib/connect/simulated-models.ts';
import { describe, expect, it } from 'vitest';

const keysOf = (country: string | null) => brandsOf(country).map(({ key }) => key);

describe('brandsOf', () => {
	it.each([null, 'XX', 'de'])('are all for %j, a country that is not known', (country) => {
		expect(keysOf(country)).toEqual(MAKES.map(({ key }) => key));
	});

	it.each([
		['US', 'SUBARU', 'RENAULT'],
		['CA', 'CHEVROLET', 'LEXUS'],
		['DE', 'RENAULT', 'CHEVROLET'],
		['GB', 'VAUXHALL', 'ACURA']
	])('in %s have %s, not %s', (country, here, elsewhere) => {
		expect(keysOf(country)).toContain(here);
		expect(keysOf(country)).not.toContain(elsewhere);
		expect(keysOf(country)).toContain('TESLA');
	});

	it.each([
		['vw', 'VOLKSWAGEN'],
		['volks', 'VOLKSWAGEN'],
		['chevy', 'CHEVROLET'],
		['citroën', 'CITROEN'],
		['citroen', 'CITROEN'],
		['citroe\u0308n', 'CITROEN'],
		['Škoda', 'SKODA'],
		['land rover', 'LAND_ROVER'],
		['Land-Rover', 'LAND_ROVER'],
		['LAND_ROVER', 'LAND_ROVER'],
		['landrover', 'LAND_ROVER'],
		['rover', 'LAND_ROVER'],
		['alfaromeo', 'ALFA_ROMEO'],
		['Mercedes-Benz', 'MERCEDES_BENZ'],
		['merc', 'MERCEDES_BENZ'],
		['benz', 'MERCEDES_BENZ'],
		['daimler', 'MERCEDES_BENZ'],
		['range rover', 'LAND_ROVER'],
		['jlr', 'LAND_ROVER'],
		['prius', 'TOYOTA']
	])('are found by %j', (typed, key) => {
		const found = brandsOf(null).filter(({ words }) => isMeant(words, typed));
		expect(found.map((brand) => brand.key)).toContain(key);
	});

	it('leave no country without some', () => {
		for (const code of COUNTRY_CODES) expect(keysOf(code).length).toBeGreaterThan(10);
	});
});

describe('simulatedModel', () => {
	it('is a Volt for the first Chevrolet, as the platform’s suites expect', () => {
		expect(simulatedModel('CHEVROLET', 0)).toEqual({ model: 'Volt', year: 2019 });
	});

	it.each([
		['CHEVROLET', 1, { model: 'Bolt', year: 2020 }],
		['CHEVROLET', 2, { model: 'Volt', year: 2021 }],
		['CHEVROLET', 5, { model: 'Bolt', year: 2019 }],
		['ZEDCAR', 3, { model: 'Model', year: 2022 }]
	])('of %s, number %d, is %j', (make, index, expected) => {
		expect(simulatedModel(make, index)).toEqual(expected);
	});
});
