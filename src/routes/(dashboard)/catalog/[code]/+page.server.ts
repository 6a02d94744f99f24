import { resolve } from '$app/paths';
import { equivalentCodes, itemDetail } from '#lib/access/catalog/details.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { nearest } from '#lib/access/nearest.ts';
import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types.js';

/** Runs on the server alone: the details of all items are too much to send for one of them. */
export const load: PageServerLoad = ({ params }) => {
	const { code } = params;
	const item = officialCatalog.item(code);
	if (item && item.code !== code) {
		redirect(308, resolve('/(dashboard)/catalog/[code]', { code: item.code }));
	}
	const detail = itemDetail(code);
	if (item && detail) return { item, detail, equivalents: equivalentCodes(code) };

	const codes = officialCatalog.items.map((other) => other.code);
	const near = nearest(code, codes);
	error(404, {
		message: near
			? `No item has the code “${code}”. The nearest one is “${near}”.`
			: 'No item of the catalog has this code.',
		way: near
			? { label: `Open ${near}`, href: resolve('/(dashboard)/catalog/[code]', { code: near }) }
			: { label: 'Look through the catalog', href: resolve('/(dashboard)/catalog') }
	});
};
