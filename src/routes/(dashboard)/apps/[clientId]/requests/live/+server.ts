import { lookStream } from '#lib/server/http/event-stream.ts';
import { awaitRequests } from '#lib/server/recorder/readers.ts';
import { error } from '@sveltejs/kit';
import * as words from '../words.en.ts';
import type { RequestHandler } from './$types.js';

/** Says when requests were written down, and when time has passed: the page then looks for new ones. */
export const GET: RequestHandler = ({ locals }) =>
	lookStream((changed) => awaitRequests(locals.context, changed)) ?? error(503, words.tooManyWatch);
