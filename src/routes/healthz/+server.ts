import { isStorageHealthy } from '#lib/server/health.ts';
import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types.js';

/** Whether the server can do its work: it reads from the database. */
export const GET: RequestHandler = async () =>
	(await isStorageHealthy())
		? json({ status: 'ok' })
		: json({ status: 'unavailable' }, { status: 503 });
