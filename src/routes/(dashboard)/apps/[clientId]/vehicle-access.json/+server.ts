import { officialCatalog } from '#lib/access/catalog/official.ts';
import { lockIn } from '#lib/access/diff.ts';
import { downloadConfiguration } from '#lib/server/http/configuration-download.ts';
import { readDraft } from '#lib/server/configurations/drafts.ts';
import { refuseGoneApplication } from '#lib/server/http/gone-application.ts';
import type { RequestHandler } from './$types.js';

/** Downloads the draft as `vehicle-access.json`. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const draft = (await readDraft(locals.context, params.clientId)) ?? refuseGoneApplication();
	return downloadConfiguration(lockIn(draft, officialCatalog));
};
