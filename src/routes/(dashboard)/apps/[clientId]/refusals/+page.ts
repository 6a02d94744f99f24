import { redirect } from '@sveltejs/kit';
import type { PageLoad } from './$types.js';
import { formatView, parseView, REFUSE } from './view.ts';

export const load: PageLoad = ({ url }) => {
	if (url.searchParams.getAll(REFUSE).length > 1) {
		redirect(303, `${url.pathname}${formatView(parseView(url.searchParams))}`);
	}
	return {
		title: 'Refusals',
		subtitle: 'What stops working when an owner unticks a permission.'
	};
};
