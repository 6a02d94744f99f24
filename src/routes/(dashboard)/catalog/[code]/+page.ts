import { itemDetail } from '#lib/access/catalog/details.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { nearest } from '#lib/access/nearest.ts';
import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types.js';

export const load: PageLoad = ({ params }) => {
	const item = officialCatalog.item(params.code);
	const detail = itemDetail(params.code);
	if (!item || !detail) {
		const near = nearest(
			params.code,
			officialCatalog.items.map(({ code }) => code)
		);
		error(404, `No item has this code.${near ? ` Did you mean “${near}”?` : ''}`);
	}
	return { item, detail };
};
