import { tokenThrottle } from '#lib/server/connect/throttle.ts';
import { answerRevocation } from '#lib/server/connect/token/endpoints.ts';
import type { RequestHandler } from './$types.js';

export const trailingSlash = 'ignore';

export const POST: RequestHandler = ({ request, locals }) =>
	answerRevocation(request, {
		throttle: tokenThrottle(locals.settings, locals.address),
		requestId: locals.requestId
	});
