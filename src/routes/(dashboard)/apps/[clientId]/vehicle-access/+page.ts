import { officialCatalog } from '#lib/access/catalog/official.ts';
import { loadSearch } from '#lib/state/catalog-search.ts';
import type { PageLoad } from './$types.js';
import { parseView } from './view.ts';
import * as words from './words.en.ts';

export const load: PageLoad = async ({ data, url }) => {
	const { open, query } = parseView(url.searchParams);
	return {
		...data,
		title: words.vehicleAccess,
		detail: await loadDetail(open),
		search: query === '' ? null : await loadSearch()
	};
};

/** The facts of the open row with the component that shows them; most visits need neither. */
async function loadDetail(code: string) {
	const item = officialCatalog.item(code);
	if (!item) return null;
	const [{ itemDetail }, { default: Details }] = await Promise.all([
		import('#lib/access/catalog/details.ts'),
		import('./list/ItemDetails.svelte')
	]);
	const facts = itemDetail(item.code);
	return facts && { item, facts, Details };
}
