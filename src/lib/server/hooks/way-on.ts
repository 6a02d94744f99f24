import * as words from './words.en.ts';

/** Where to go on from an address at which nothing is; undefined where it belongs to no application. */
export function wayOn(pathname: string): App.Error['way'] {
	const [, clientId] = /^\/apps\/([\w-]{1,64})\//.exec(pathname) ?? [];
	if (clientId === undefined) return undefined;
	return { label: words.toVehicleAccess, href: `/apps/${clientId}/vehicle-access` };
}
