import { findMake } from '#lib/access/catalog/find-make.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import { expect, it } from 'vitest';

it.each([
	['TESLA', 'TESLA'],
	[' tesla\n', 'TESLA'],
	['Land Rover', 'LAND_ROVER'],
	['mercedes-benz', 'MERCEDES_BENZ'],
	['Alfa -_ Romeo', 'ALFA_ROMEO'],
	['Citroën', 'CITROEN'],
	['Citröen', 'CITROEN'],
	['Škoda', 'SKODA'],
	['tessla', undefined]
])('the brand “%s” is %s', (text, key) => {
	expect(findMake(text, MAKES)?.key).toBe(key);
});

it('a brand is found by its name or by its key', () => {
	const makes = [{ key: 'A', name: 'B c', confirmed: true }];
	expect(findMake('a', makes)).toBe(makes[0]);
	expect(findMake('b_C', makes)).toBe(makes[0]);
	expect(findMake('c', makes)).toBeNull();
});
