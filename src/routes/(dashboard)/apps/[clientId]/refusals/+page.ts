import { redirect } from '@sveltejs/kit';
import type { PageLoad } from './$types.js';
import { formatView, parseView, REFUSE } from './view.ts';
import * as words from './words.en.ts';

export const load: PageLoad = ({ url, data }) => {
	if (url.searchParams.getAll(REFUSE).length > 1) {
		redirect(303, `${url.pathname}${formatView(parseView(url.searchParams))}`);
	}
	return { ...data, title: words.refusals };
};
