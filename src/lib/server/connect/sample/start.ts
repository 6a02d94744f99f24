import { readSampleLink, runOf, withState } from '#lib/connect/sample-link.ts';
import { getApplication } from '../../applications/applications.ts';
import { sampleUriAt } from '../../applications/built-in-redirect-uris.ts';
import type { Context } from '../../context.ts';
import { randomSecret } from '../../digest.ts';
import { rememberRun } from './runs.ts';

/**
 * Turns the query of a Connect link into the link on this server. One that ends at the sample
 * client gets a `state` that nobody can guess, unless it brings its own, and is remembered for the
 * browser.
 *
 * @param browser value of the cookie that names it; null where nothing shall begin
 */
export async function startSample(
	context: Context,
	search: string,
	origin: string,
	browser: string | null
): Promise<string> {
	const link = readSampleLink(search);
	const address = origin + link.path;
	if (browser === null) return address + search;
	const application = await getApplication(context, link.clientId);
	const run = runOf(link, application, sampleUriAt(origin));
	if (run === null) return address + search;
	const state = link.state ?? randomSecret();
	await rememberRun(context, browser, state, run);
	return address + (link.state === undefined ? withState(search, state) : search);
}
