import { checkStorage } from '#lib/server/health.ts';
import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types.js';

/** Whether the server can do its work: a write would succeed now. */
export const GET: RequestHandler = async ({ locals }) => {
	const storage = await checkStorage(locals.context);
	return storage.ok
		? json({ status: 'ok' })
		: json({ status: 'unavailable', reason: storage.message }, { status: 503 });
};
