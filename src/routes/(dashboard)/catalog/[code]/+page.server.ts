import { resolve } from '$app/paths';
import { descriptionOf } from '#lib/access/catalog/descriptions.ts';
import { equivalentCodes, itemDetail } from '#lib/access/catalog/details.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { nearest } from '#lib/access/nearest.ts';
import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types.js';
import * as words from '../words.en.ts';

/** Runs on the server alone: the details of all items are too much to send for one of them. */
export const load: PageServerLoad = ({ params }) => {
	const { code } = params;
	const item = officialCatalog.item(code);
	if (item && item.code !== code) {
		redirect(308, resolve('/(dashboard)/catalog/[code]', { code: item.code }));
	}
	const detail = itemDetail(code);
	if (item && detail) {
		const description = descriptionOf(code);
		return { item, description, detail, equivalents: equivalentCodes(code) };
	}

	const codes = officialCatalog.items.map((other) => other.code);
	const near = nearest(code, codes);
	error(404, {
		message: near ? words.noSuchCodeNearest(code, near) : words.noSuchCode,
		way: near
			? { label: words.open(near), href: resolve('/(dashboard)/catalog/[code]', { code: near }) }
			: { label: words.lookThrough, href: resolve('/(dashboard)/catalog') }
	});
};
