import { tokenThrottle } from '#lib/server/connect/throttle.ts';
import { answerTokenRequest } from '#lib/server/programs/oauth/endpoints.ts';
import type { RequestHandler } from './$types.js';

export const trailingSlash = 'ignore';

export const POST: RequestHandler = ({ request, locals }) =>
	answerTokenRequest(locals.context, request, {
		throttle: tokenThrottle(locals.context, locals.address),
		requestId: locals.requestId
	});
