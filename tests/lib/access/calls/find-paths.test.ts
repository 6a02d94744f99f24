import { barePath, findPaths } from '#lib/access/calls/find-paths.ts';
import { describe, expect, it } from 'vitest';

describe('an address of a vehicle', () => {
	it.each([
		['/vehicles/1/odometer', null],
		['https://api.smartcar.com/vehicles/1/odometer', null],
		['http://localhost:3000/vehicles/1/odometer', null],
		['http://127.0.0.1/vehicles/1/odometer', null],
		// A bracket is no sign of a path: what follows is as good.
		['http://[::1]:3000/vehicles/1/odometer', null],
		['https://${host}/vehicles/1/odometer', null],
		['https://vehicle.api.smartcar.com/vehicles/1/odometer', 'v3'],
		['https://vehicle.api.smartcar.com/v2.0/vehicles/1/odometer', 'v2'],
		['https://sandbox.example.com/v3/vehicles/1/odometer', 'v3'],
		['{base}/v2.0/vehicles/1/odometer', 'v2']
	])('is %s, of version %s', (text, version) => {
		const found = { end: text.length, version, tail: ['odometer'] };
		expect(findPaths(text)).toEqual([{ start: text.startsWith('http://[') ? 12 : 0, ...found }]);
	});

	it.each([
		'https://example.com/vehicles/1/odometer',
		'https://example.com/cars/v2.0/vehicles/1/odometer',
		'/api/vehicles/1/odometer',
		'/vehicles/',
		'vehicles'
	])('is not %s', (text) => {
		expect(findPaths(text)).toEqual([]);
	});

	it('is found with others in a text, each once', () => {
		const text = 'GET /vehicles/1/vin, then /vehicle/2/vehicles/3';
		expect(findPaths(text)).toEqual([
			{ start: 4, end: 19, version: null, tail: ['vin'] },
			{ start: 26, end: text.length, version: null, tail: ['vehicles', '3'] }
		]);
	});

	it('is looked at as far as three hundred signs', () => {
		const [long] = findPaths(`/vehicles/1/${'x'.repeat(400)}`);
		expect(long).toMatchObject({ start: 0, end: 300 });
		const before = `${'x'.repeat(400)}/vehicles/1/vin`;
		expect(findPaths(before)).toEqual([]);
	});
});

describe('a path by itself', () => {
	it.each([
		['/odometer', ['odometer']],
		['tires/pressure/?x=1 2', ['tires', 'pressure']],
		['/{make}/charge', ['{make}', 'charge']],
		[`/${'x'.repeat(299)}`, ['x'.repeat(299)]],
		[`/${'x'.repeat(300)}`, null],
		['an odometer', null],
		['/a//b', null],
		['', null]
	])('is read of %s', (text, expected) => {
		expect(barePath(text)).toEqual(expected);
	});
});
