import { API_DOCUMENTS } from '#lib/server/programs/openapi/documents.ts';
import type { PageServerLoad } from './$types.js';
import { apiView } from './api-view.ts';
import * as words from './words.en.ts';

export const load: PageServerLoad = ({ locals }) => ({
	title: words.apis,
	apis: Object.entries(API_DOCUMENTS).map(([api, describe]) => {
		const { title, summary, groups } = apiView(describe(locals.context.settings));
		const count = groups.reduce((total, { operations }) => total + operations.length, 0);
		return { api, title, summary, count };
	})
});
