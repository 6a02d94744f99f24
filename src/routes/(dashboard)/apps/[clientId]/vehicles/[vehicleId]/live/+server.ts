import { watchVehicle } from '#lib/server/fleet/watch/watch.ts';
import { lookStream } from '#lib/server/http/event-stream.ts';
import { error } from '@sveltejs/kit';
import * as words from '../words.en.ts';
import type { RequestHandler } from './$types.js';

/** Says when something became of the vehicle, and when time has passed: its page then reads it again. */
export const GET: RequestHandler = ({ params, locals }) =>
	lookStream((changed) => watchVehicle(locals.context, params.vehicleId, changed)) ??
	error(503, words.tooManyWatch);
