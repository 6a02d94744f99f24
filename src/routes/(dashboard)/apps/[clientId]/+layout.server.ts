import { readDraft } from '#lib/server/configurations/drafts.ts';
import { latestVersion } from '#lib/server/configurations/versions.ts';
import { refuseGoneApplication } from '#lib/server/http/gone-application.ts';
import type { LayoutServerLoad } from './$types.js';
import { requireApplication } from './require-application.ts';

export const load: LayoutServerLoad = async ({ params, depends, locals }) => {
	depends('valetkey:application');
	const application = await requireApplication(locals.context, params.clientId);
	const [draft, published] = await Promise.all([
		readDraft(locals.context, params.clientId),
		latestVersion(locals.context, params.clientId)
	]);
	return { application, draft: draft ?? refuseGoneApplication(), published };
};
