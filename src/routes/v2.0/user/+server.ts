import { readBearer } from '#lib/server/programs/v2/bearer.ts';
import { v2Answer } from '#lib/server/programs/v2/answers.ts';
import type { RequestHandler } from './$types.js';

export const trailingSlash = 'ignore';

export const GET: RequestHandler = async ({ request, locals }) => {
	const grant = await readBearer(locals.context, request, locals);
	return grant instanceof Response ? grant : v2Answer(locals.requestId, { id: grant.ownerId });
};
