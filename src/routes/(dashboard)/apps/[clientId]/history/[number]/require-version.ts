import { resolve } from '$app/paths';
import { tellVersion, type ToldVersion } from '#lib/server/configurations/told-versions.ts';
import type { Context } from '#lib/server/context.ts';
import { error } from '@sveltejs/kit';
import * as words from '../words.en.ts';

/** Characters of a wrong number that are repeated in the answer. */
const REPEATED = 20;

/** @throws a 404 for the page when the text is not the number of a version. */
export async function requireVersion(
	context: Context,
	clientId: string,
	number: string
): Promise<ToldVersion> {
	const version = /^\d{1,9}$/.test(number)
		? await tellVersion(context, clientId, Number(number))
		: null;
	if (version) return version;
	error(404, {
		message: words.noSuchVersion(number.slice(0, REPEATED)),
		way: {
			label: words.seeVersions,
			href: resolve('/(dashboard)/apps/[clientId]/history', { clientId })
		}
	});
}
