import { refusedSets } from '#lib/server/connect/refused-sets.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ params: { clientId }, parent, locals }) => {
	await parent();
	return { refusedSets: await refusedSets(locals.context, clientId) };
};
