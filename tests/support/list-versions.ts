import { pageOfVersions, wholeOf } from '#lib/server/configurations/told-versions.ts';
import type { Version } from '#lib/server/configurations/versions.ts';
import type { Context } from '#lib/server/context.ts';

/** All versions of an application, page after page; the newest first. */
export async function listVersions(
	context: Context,
	clientId: string
): Promise<readonly Version[]> {
	const first = await pageOfVersions(context, clientId, 1);
	const all = [...first.versions];
	for (let page = 2; page <= first.pages; page++) {
		all.push(...(await pageOfVersions(context, clientId, page)).versions);
	}
	return all.map((told) => {
		const version = wholeOf(told);
		if (!version) throw new Error(`Version ${told.number} cannot be read`);
		return version;
	});
}
