import { downloadConfiguration } from '#lib/server/http/configuration-download.ts';
import { error } from '@sveltejs/kit';
import { requireApplication } from '../../../require-application.ts';
import type { RequestHandler } from './$types.js';
import * as words from '../../words.en.ts';
import { requireVersion } from '../require-version.ts';

/** Downloads what a version holds as `vehicle-access.json`. */
export const GET: RequestHandler = async ({ params, locals }) => {
	await requireApplication(locals.context, params.clientId);
	const { locked } = await requireVersion(locals.context, params.clientId, params.number);
	return locked ? downloadConfiguration(locked) : error(500, words.damagedVersion);
};
