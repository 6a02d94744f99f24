import { glimpseVehicles } from '#lib/server/fleet/glimpse.ts';
import { lookStream } from '#lib/server/http/event-stream.ts';
import { watch } from '#lib/server/watch.ts';
import { error } from '@sveltejs/kit';
import * as words from '../words.en.ts';
import type { RequestHandler } from './$types.js';

/** Says when something became of the vehicle, and when time has passed: its page then reads it again. */
export const GET: RequestHandler = ({ params, locals }) =>
	lookStream((changed) =>
		watch(locals.context, { glimpse: glimpseVehicles, key: params.vehicleId }, changed)
	) ?? error(503, words.tooManyWatch);
