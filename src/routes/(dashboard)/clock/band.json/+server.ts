import { json } from '@sveltejs/kit';
import { readBand } from '../../../time-band.ts';
import type { RequestHandler } from './$types.js';

/** What stands on top of a page now, for one that asks the server for nothing else. */
export const GET: RequestHandler = async ({ locals }) => json(await readBand(locals.context));
