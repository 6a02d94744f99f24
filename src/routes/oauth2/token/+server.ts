import { tokenThrottle } from '#lib/server/connect/throttle.ts';
import { answerMachineTokenRequest } from '#lib/server/programs/oauth/endpoints.ts';
import type { RequestHandler } from './$types.js';

export const trailingSlash = 'ignore';

export const POST: RequestHandler = ({ request, locals }) =>
	answerMachineTokenRequest(locals.context, request, {
		throttle: tokenThrottle(locals.context, locals.address),
		requestId: locals.requestId
	});
