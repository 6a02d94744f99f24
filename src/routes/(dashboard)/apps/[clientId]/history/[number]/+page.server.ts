import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { diffAccess, diffLocked, type LockedSelection } from '#lib/access/diff.ts';
import { tellVersion } from '#lib/server/configurations/told-versions.ts';
import { requireApplication } from '../../require-application.ts';
import type { PageServerLoad } from './$types.js';
import { requireVersion } from './require-version.ts';
import * as words from '../words.en.ts';

export const load: PageServerLoad = async ({ params, depends, locals }) => {
	depends('valetkey:application');
	await requireApplication(locals.context, params.clientId);
	const { locked, ...version } = await requireVersion(
		locals.context,
		params.clientId,
		params.number
	);
	const [previous, next] = await Promise.all([
		tellVersion(locals.context, params.clientId, version.number - 1),
		tellVersion(locals.context, params.clientId, version.number + 1)
	]);
	return {
		title: words.titleOf(version.number),
		version,
		/** Null where it cannot be read. */
		locked: locked && { ...locked, ...todayOf(locked) },
		hasNext: next !== null,
		previous: previous && { number: previous.number, scope: previous.scope },
		/** Null where one of the two cannot be read. */
		diff: locked && previous?.locked ? diffLocked(previous.locked, locked) : null,
		catalogChanged: version.catalogRevision !== officialCatalog.revision
	};
};

function todayOf({ selection, access }: LockedSelection) {
	const known = selection.filter(({ code }) => officialCatalog.item(code));
	return {
		/** What the same items would need by the catalog of today. */
		today: diffAccess(access, derive(known, officialCatalog)),
		/** Items that the catalog no longer holds. */
		unknown: selection.length - known.length
	};
}
