import { isPermissionName, PERMISSION_NAMES } from '#lib/access/permission.ts';
import { nearest } from '#lib/access/nearest.ts';
import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types.js';

export const load: PageLoad = ({ params: { name } }) => {
	if (isPermissionName(name)) return { name };
	const near = nearest(name, PERMISSION_NAMES);
	error(404, `There is no such permission.${near ? ` Did you mean “${near}”?` : ''}`);
};
