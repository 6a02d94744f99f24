import { listApplicationNames } from '#lib/server/applications/application-list.ts';
import { readBand } from '../time-band.ts';
import type { LayoutServerLoad } from './$types.js';

/** Asked again for each page, since a script may have moved the clock. */
export const load: LayoutServerLoad = async ({ depends, locals, url }) => {
	depends('valetkey:applications');
	void url.pathname;
	const [applications, band] = await Promise.all([
		listApplicationNames(locals.context),
		readBand(locals.context)
	]);
	return { applications, band };
};
