import { officialCatalog } from '#lib/access/catalog/official.ts';
import { getVersion } from '#lib/server/versions.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ params }) => {
	const number = /^\d{1,9}$/.test(params.number) ? Number(params.number) : 0;
	const version = await getVersion(params.clientId, number);
	if (!version)
		error(404, `There is no version ${params.number.slice(0, 20)} of this application.`);
	return {
		title: `Version ${number}`,
		version,
		catalogChanged: version.catalogRevision !== officialCatalog.revision
	};
};
