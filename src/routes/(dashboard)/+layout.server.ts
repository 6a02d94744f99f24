import { listApplicationNames } from '#lib/server/applications/application-list.ts';
import { readLastApplication } from '#lib/server/applications/last-application.ts';
import { LAST_APPLICATION } from '#lib/server/http/last-application.ts';
import { readBand } from '../time-band.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async ({ cookies, depends, locals, params }) => {
	depends('valetkey:applications');
	const { kind } = locals.context.settings.mail;
	// The pages of an application are kept for every browser; those that belong to none keep it on top.
	// Read as a property: what `in` asks is not seen, and the next page would get the answer of this one.
	const before = params.clientId === undefined ? cookies.get(LAST_APPLICATION) : undefined;
	const [applications, band, last] = await Promise.all([
		listApplicationNames(locals.context),
		readBand(locals.context),
		readLastApplication(locals.context, before)
	]);
	const mail = { toOwners: kind !== 'off', kept: kind === 'outbox' };
	return { applications, band, last, mail };
};
