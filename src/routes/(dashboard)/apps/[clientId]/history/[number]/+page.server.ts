import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { diffAccess, diffLocked } from '#lib/access/diff.ts';
import { getVersion } from '#lib/server/configurations/versions.ts';
import { requireApplication } from '../../require-application.ts';
import type { PageServerLoad } from './$types.js';
import { requireVersion } from './require-version.ts';
import * as words from '../words.en.ts';

export const load: PageServerLoad = async ({ params, depends, locals }) => {
	depends('valetkey:application');
	await requireApplication(locals.context, params.clientId);
	const version = await requireVersion(locals.context, params.clientId, params.number);
	const [previous, next] = await Promise.all([
		getVersion(locals.context, params.clientId, version.number - 1),
		getVersion(locals.context, params.clientId, version.number + 1)
	]);
	const known = version.selection.filter(({ code }) => officialCatalog.item(code));
	return {
		title: words.titleOf(version.number),
		version,
		hasNext: next !== null,
		previous: previous && { number: previous.number, scope: previous.scope },
		diff: diffLocked(previous, version),
		catalogChanged: version.catalogRevision !== officialCatalog.revision,
		/** What the same items would need by the catalog of today. */
		today: diffAccess(version.access, derive(known, officialCatalog)),
		/** Items that the catalog no longer holds. */
		unknown: version.selection.length - known.length
	};
};
