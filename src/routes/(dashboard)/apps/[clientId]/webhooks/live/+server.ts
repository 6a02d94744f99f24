import { lookStream } from '#lib/server/http/event-stream.ts';
import { watch } from '#lib/server/watch.ts';
import { glimpseDeliveries } from '#lib/server/webhooks/deliveries/glimpse.ts';
import { error } from '@sveltejs/kit';
import * as words from '../words.en.ts';
import type { RequestHandler } from './$types.js';

/** Says when something became of a webhook or of a delivery: the page then reads it again. */
export const GET: RequestHandler = ({ url, locals }) => {
	const key = url.searchParams.get('webhook') ?? '';
	return (
		lookStream((changed) => watch(locals.context, { glimpse: glimpseDeliveries, key }, changed)) ??
		error(503, words.tooManyWatch)
	);
};
