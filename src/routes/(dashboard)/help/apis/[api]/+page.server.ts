import { API_DOCUMENTS, isApiName } from '#lib/server/programs/openapi/documents.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types.js';
import { apiView } from '../api-view.ts';
import * as words from '../words.en.ts';

export const load: PageServerLoad = ({ locals, params: { api } }) => {
	if (!isApiName(api)) error(404, words.noSuchApi);
	const view = apiView(API_DOCUMENTS[api](locals.context.settings));
	return { ...view, file: `/openapi/${api}.json` };
};
