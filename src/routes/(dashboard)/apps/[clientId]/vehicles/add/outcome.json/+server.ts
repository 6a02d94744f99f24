import { json } from '@sveltejs/kit';
import { requireApplication } from '../../../require-application.ts';
import { outcomeOf, selectedItems, typedIn } from '../outcome.ts';
import type { RequestHandler } from './$types.js';

/** What comes out of what is typed, while it is typed. */
export const GET: RequestHandler = async ({ params: { clientId }, url, locals }) => {
	const { context } = locals;
	await requireApplication(context, clientId);
	return json(outcomeOf(typedIn(url.searchParams), await selectedItems(context, clientId)));
};
