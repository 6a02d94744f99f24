import { serverMetadata } from '#lib/connect/metadata.ts';
import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types.js';

export const trailingSlash = 'ignore';

export const GET: RequestHandler = ({ locals }) =>
	json(serverMetadata(locals.context.settings.origin));
