import { resolve } from '$app/paths';
import { isPermissionName, PERMISSION_NAMES } from '#lib/access/permission.ts';
import { nearest } from '#lib/access/nearest.ts';
import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types.js';

export const load: PageLoad = ({ params: { name } }) => {
	if (isPermissionName(name)) return { name };
	const near = nearest(name, PERMISSION_NAMES);
	error(404, {
		message: near
			? `There is no permission “${name}”. The nearest one is “${near}”.`
			: 'There is no permission of this name.',
		way: near
			? { label: `Open ${near}`, href: resolve('/(dashboard)/permissions/[name]', { name: near }) }
			: { label: 'See all permissions', href: resolve('/(dashboard)/permissions') }
	});
};
