import { tokenThrottle } from '#lib/server/connect/throttle.ts';
import { answerMachineTokenRequest } from '#lib/server/connect/token/endpoints.ts';
import type { RequestHandler } from './$types.js';

export const POST: RequestHandler = ({ request, locals, getClientAddress }) =>
	answerMachineTokenRequest(request, tokenThrottle(locals.settings, getClientAddress()));
