import { downloadConfiguration } from '#lib/server/http/configuration-download.ts';
import { requireApplication } from '../../../require-application.ts';
import type { RequestHandler } from './$types.js';
import { requireVersion } from '../require-version.ts';

/** Downloads what a version holds as `vehicle-access.json`. */
export const GET: RequestHandler = async ({ params, locals }) => {
	await requireApplication(locals.context, params.clientId);
	return downloadConfiguration(
		await requireVersion(locals.context, params.clientId, params.number)
	);
};
