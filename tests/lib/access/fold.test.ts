import { findFolded, fold, foldQuery, isMeant } from '#lib/access/fold.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('fold', () => {
	it.each([
		['LAND_ROVER', 'land rover'],
		['Land-Rover', 'land rover'],
		['  land   rover ', 'land rover'],
		['Citro\u00EBn', 'citroen'],
		['Citroe\u0308n', 'citroen'],
		['\u0160koda', 'skoda'],
		['S\u030Ckoda', 'skoda'],
		['Straße', 'strasse'],
		['Ångström', 'angstrom'],
		['read_battery', 'read battery'],
		['/vehicles/{id}/odometer', 'vehicles id odometer'],
		['%', '%'],
		['°C', '°c'],
		['１２Ｖ', '12v'],
		['Škoda\u00A0Enyaq', 'skoda enyaq'],
		['***', ''],
		['', '']
	])('%j is %j', (text, folded) => {
		expect(fold(text)).toBe(folded);
	});

	it('changes nothing that is folded', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(fold(fold(text))).toBe(fold(text));
			})
		);
	});
});

describe('a query', () => {
	it('is taken apart at spaces, its signs folded', () => {
		expect(foldQuery(' read_battery   Land-Rover *')).toEqual(['read battery', 'land rover']);
	});

	it.each([
		['Land-Rover', true],
		['LAND_ROVER', true],
		['landrover', true],
		['rover', true],
		['rov lan', true],
		['range', true],
		['over', false],
		['land cruiser', false],
		['', true],
		['lr', false]
	])('%j means Land Rover, also called Range Rover: %s', (query, meant) => {
		expect(isMeant(fold('Land Rover Range Rover'), query)).toBe(meant);
	});
});

describe('findFolded', () => {
	it.each([
		['Land-Rover', 'rover', 'Rover'],
		['Land-Rover', 'land rover', 'Land-Rover'],
		['Citroe\u0308n C4', 'citroen', 'Citroe\u0308n'],
		['State of charge', 'charge', 'charge'],
		['Straße 5', 'strasse', 'Straße'],
		['a -- b', 'a b', 'a -- b']
	])('%s holds “%s” as %s', (text, piece, part) => {
		const found = findFolded(text, piece);
		expect(found && text.slice(found.start, found.end)).toBe(part);
	});

	it.each(['x', ''])('is null for %j', (piece) => {
		expect(findFolded('Land-Rover', piece)).toBeNull();
	});
});
