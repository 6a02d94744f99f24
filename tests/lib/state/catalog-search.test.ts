import { loadSearch } from '#lib/state/catalog-search.ts';
import { expect, it } from 'vitest';

it('loads the search of the catalog once, and again where that failed', async () => {
	const offline = () =>
		Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
	await expect(loadSearch(offline)).rejects.toThrow('Failed to fetch');
	const search = await loadSearch();
	expect(search.find('odometer')?.has('odometer-traveleddistance')).toBe(true);
	expect(await loadSearch()).toBe(search);
});
