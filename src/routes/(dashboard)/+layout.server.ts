import { listApplicationNames } from '#lib/server/applications/application-list.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async ({ depends, locals }) => {
	depends('valetkey:applications');
	return { applications: await listApplicationNames(locals.context) };
};
