import { resolve } from '$app/paths';
import { isPermissionName } from '#lib/access/permission.ts';
import { suggestPermission } from '#lib/access/names/suggest-permission.ts';
import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types.js';

export const load: PageLoad = ({ params: { name } }) => {
	if (isPermissionName(name)) return { name };
	const near = suggestPermission(name);
	error(404, {
		message: near
			? `There is no permission “${name}”. The nearest one is “${near}”.`
			: 'There is no permission of this name.',
		way: near
			? { label: `Open ${near}`, href: resolve('/(dashboard)/permissions/[name]', { name: near }) }
			: { label: 'See all permissions', href: resolve('/(dashboard)/permissions') }
	});
};
