import { resolve } from '$app/paths';
import { redirect } from '@sveltejs/kit';
import type { PageLoad } from './$types.js';

export const load: PageLoad = ({ params }) => {
	redirect(307, resolve('/(dashboard)/apps/[clientId]/vehicle-access', params));
};
