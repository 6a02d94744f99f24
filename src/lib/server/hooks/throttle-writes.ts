import type { Handle } from '@sveltejs/kit';
import { RATE_LIMITS, secondsToWait } from '../connect/throttle.ts';
import { isSafeMethod } from '../http/guard.ts';
import { answerRefusal } from '../http/refusal-answer.ts';

const PUBLISH = '/(dashboard)/apps/[clientId]/publish';

/** Lets one address change so much a minute: whoever needs more is a program gone wrong. */
export const throttleWrites: Handle = ({ event, resolve }) => {
	const { request, route, locals, isSubRequest } = event;
	if (isSubRequest || isSafeMethod(request.method)) return resolve(event);
	const kind = route.id === PUBLISH ? 'publish' : 'write';
	const retryAfter = secondsToWait(locals.context, kind, locals.address);
	if (retryAfter === 0) return resolve(event);
	const what = kind === 'publish' ? 'times published' : 'changes';
	const message = `Nothing was changed: more than ${RATE_LIMITS[kind]} ${what} in a minute. Try again in ${retryAfter} s.`;
	return answerRefusal(event, { status: 429, message, retryAfter });
};
