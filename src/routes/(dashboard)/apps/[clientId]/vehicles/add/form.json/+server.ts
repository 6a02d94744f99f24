import { json } from '@sveltejs/kit';
import { requireApplication } from '../../../require-application.ts';
import { choices } from '../choices.ts';
import { outcomeOf, selectedItems, typedIn } from '../outcome.ts';
import type { RequestHandler } from './$types.js';

/** All that the form begins with, for who shows it over another page. */
export const GET: RequestHandler = async ({ params: { clientId }, url, locals }) => {
	const { context } = locals;
	await requireApplication(context, clientId);
	const typed = typedIn(url.searchParams);
	const outcome = outcomeOf(typed, await selectedItems(context, clientId));
	return json({ choices: choices(), typed, outcome });
};
