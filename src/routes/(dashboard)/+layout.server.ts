import { listApplications } from '#lib/server/applications.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async ({ depends }) => {
	depends('valetkey:applications');
	const applications = await listApplications();
	return { applications: applications.map(({ clientId, name }) => ({ clientId, name })) };
};
