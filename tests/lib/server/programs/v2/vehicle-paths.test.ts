import { officialCatalog } from '#lib/access/catalog/official.ts';
import { findOperation, OPERATIONS } from '#lib/server/programs/v2/operations.ts';
import { VEHICLE_PATHS } from '#lib/server/programs/v2/vehicle-paths.ts';
import { describe, expect, it } from 'vitest';

describe('VEHICLE_PATHS', () => {
	it('are those of the catalog', () => {
		const listed = Object.entries(VEHICLE_PATHS).flatMap(([path, methods]) =>
			methods.map((method) => `${method} ${path.replace('[make]', '{make}')}`)
		);
		expect(listed.toSorted()).toEqual([...OPERATIONS.keys()].toSorted());
	});

	it('leave out only what is answered elsewhere', () => {
		const others = officialCatalog.items
			.filter(({ apiVersion }) => apiVersion === 'v2')
			.filter(({ code }) => ![...OPERATIONS.values()].flat().some((item) => item.code === code));
		expect(others.map(({ code }) => code).toSorted()).toEqual([
			'v2-batch',
			'v2-charge-events',
			'v2-user',
			'v2-vehicle-disconnect',
			'v2-vehicle-permissions',
			'v2-vehicles',
			'v2-webhook-subscribe',
			'v2-webhook-unsubscribe'
		]);
	});
});

describe('findOperation', () => {
	it.each([
		['GET', '', 'v2-vehicle', null],
		['HEAD', 'odometer', 'v2-odometer', null],
		['GET', 'tesla/charge', 'v2-charge-details', 'TESLA'],
		['GET', 'land_rover/charge/voltmeter', 'v2-charge-voltmeter', 'LAND_ROVER'],
		['POST', 'Tesla/charge/charge_port_door', 'charge-port-door-v2', 'TESLA'],
		['DELETE', 'simulated/pin', 'pin-disable-v2', 'SIMULATED'],
		['POST', 'charge', 'charge-start-v2', null]
	])('finds what %s %s does', (method, path, code, make) => {
		const found = findOperation(method, path);
		expect([found?.items[0].code, found?.make]).toEqual([code, make]);
	});

	it.each([
		['GET', 'nothing'],
		['GET', 'unheard/charge'],
		['POST', 'odometer'],
		['GET', 'tesla'],
		['GET', 'constructor']
	])('finds nothing at %s %s', (method, path) => {
		expect(findOperation(method, path)).toBeNull();
	});
});
