import { listApplicationNames } from '#lib/server/applications/application-list.ts';
import { readBand } from '../time-band.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async ({ depends, locals }) => {
	depends('valetkey:applications');
	const [applications, band] = await Promise.all([
		listApplicationNames(locals.context),
		readBand(locals.context)
	]);
	return { applications, band };
};
