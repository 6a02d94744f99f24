import { loadSearch } from '#lib/state/catalog-search.ts';
import { expect, it, vi } from 'vitest';

it('loads the search of the catalog once, and again where that failed', async () => {
	vi.doMock('#lib/access/catalog/search.ts', () => {
		throw new TypeError('Failed to fetch dynamically imported module');
	});
	await expect(loadSearch()).rejects.toThrow();
	vi.doUnmock('#lib/access/catalog/search.ts');
	vi.resetModules();
	const search = await loadSearch();
	expect(search.find('odometer')?.has('odometer-traveleddistance')).toBe(true);
	expect(await loadSearch()).toBe(search);
});
