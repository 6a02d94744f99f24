import { begin } from '#lib/server/connect/journey/begin.ts';
import type { Next } from '#lib/server/connect/journey/step.ts';
import type { Context } from '#lib/server/context.ts';
import { BROWSER, ISSUER, open, OWNER, signInAs } from './connect.ts';

/** Opens the page on which an owner signs in again, and does so. */
export async function signInAgainBy(
	context: Context,
	url: string,
	username = OWNER
): Promise<Next> {
	const opened = await open(context, new URL(url).search, 'reauthenticate');
	if (opened.kind !== 'session') throw new Error(JSON.stringify(opened));
	const traveller = { id: opened.id, browser: BROWSER, signIn: undefined, issuer: ISSUER };
	await begin(context, traveller, { country: null, language: 'en' });
	return (await signInAs(context, traveller, username)).next;
}
