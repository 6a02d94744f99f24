import { pathIndexOf, type Called } from '#lib/access/calls/path-index.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { expect, it } from 'vitest';

it.each<[Called['method'], Called['version'], string, readonly string[]]>([
	['GET', 'v2', 'battery', ['v2-battery']],
	['GET', null, 'Tires/Pressure', ['v2-tires-pressure']],
	['GET', 'v3', 'battery', []],
	['POST', 'v2', 'battery', []],
	['POST', 'v2', 'security', ['security-lock-v2', 'security-unlock-v2']],
	['GET', 'v2', 'tesla/charge/ammeter', ['v2-charge-ammeter']],
	['GET', 'v2', 'simulated/compass', ['v2-compass']],
	['GET', 'v2', 'nobody/charge/ammeter', []],
	// By itself the path of a vehicle does not tell which version is meant.
	['GET', null, '', ['v2-vehicle']],
	['GET', 'v2', '', ['v2-vehicle']],
	['GET', 'v3', '', ['make']],
	['POST', 'v3', 'commands/charge/start', ['charge-start']],
	['GET', 'v3', 'commands/charge/start', ['charge-start']],
	['GET', null, 'commands/charge/start', ['charge-start']],
	['POST', 'v2', 'commands/charge/start', []],
	['GET', 'v3', 'charge-schedules/7', ['charge-schedule-delete']],
	['GET', 'v2', 'permissions', []]
])('%s of %s /%s is for %j', (method, version, path, expected) => {
	// A catalog of its own, of which nothing is known yet.
	const find = pathIndexOf({ ...officialCatalog });
	const tail = path.split('/').filter((part) => part !== '');
	expect(find({ method, version, tail }).map(({ code }) => code)).toEqual(expected);
});

it('is made once for a catalog', () => {
	const catalog = { ...officialCatalog };
	expect(pathIndexOf(catalog)).toBe(pathIndexOf(catalog));
});
