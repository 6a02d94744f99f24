import { resolve } from '$app/paths';
import { isPermissionName } from '#lib/access/permission.ts';
import { suggestPermission } from '#lib/access/names/suggest-permission.ts';
import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types.js';
import * as words from '../words.en.ts';

export const load: PageLoad = ({ params: { name } }) => {
	if (isPermissionName(name)) return { name };
	const near = suggestPermission(name);
	error(404, {
		message: near ? words.noSuchNameNearest(name, near) : words.noSuchName,
		way: near
			? {
					label: words.open(near),
					href: resolve('/(dashboard)/permissions/[name]', { name: near })
				}
			: { label: words.seeAllPermissions, href: resolve('/(dashboard)/permissions') }
	});
};
