import { requireApplication } from '#lib/server/applications/applications.ts';
import { downloadConfiguration } from '#lib/server/configurations/configuration-download.ts';
import { readDraft } from '#lib/server/configurations/drafts.ts';
import type { RequestHandler } from './$types.js';

/** Downloads the draft as `vehicle-access.json`. */
export const GET: RequestHandler = async ({ params, locals }) => {
	await requireApplication(locals.context, params.clientId);
	const { selection } = await readDraft(locals.context, params.clientId);
	return downloadConfiguration(selection);
};
