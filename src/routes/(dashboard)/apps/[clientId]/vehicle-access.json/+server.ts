import { CONFIGURATION_FILE_NAME, formatConfiguration } from '#lib/access/configuration.ts';
import { requireApplication } from '#lib/server/applications.ts';
import { readDraft } from '#lib/server/drafts.ts';
import type { RequestHandler } from './$types.js';

/** Downloads the draft as `vehicle-access.json`. */
export const GET: RequestHandler = async ({ params }) => {
	await requireApplication(params.clientId);
	const { selection } = await readDraft(params.clientId);
	return new Response(formatConfiguration(selection), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${CONFIGURATION_FILE_NAME}"`,
			'cache-control': 'no-store'
		}
	});
};
