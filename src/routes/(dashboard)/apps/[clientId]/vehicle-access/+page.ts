import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { PageLoad } from './$types.js';
import { parseView } from './view.ts';

export const load: PageLoad = async ({ data, url }) => {
	const { open } = parseView(url.searchParams);
	const detail = officialCatalog.item(open)
		? (await import('#lib/access/catalog/details.ts')).itemDetail(open)
		: null;
	return {
		...data,
		title: 'Vehicle Access',
		subtitle: 'Pick what your app needs. The smallest set of permissions follows.',
		detail
	};
};
