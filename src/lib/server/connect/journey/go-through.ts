import type { ShownPage } from '#lib/connect/authorize/page-refusal.ts';
import type { WayBack } from '#lib/connect/journey/end.ts';
import { scriptedChoice } from '#lib/connect/journey/scripted-choice.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import type { Context, Transaction } from '../../context.ts';
import { randomSecret } from '../../digest.ts';
import { openConnect } from '../authorize/open-connect.ts';
import { readSession } from '../sessions.ts';
import { begin, pickBrand } from './begin.ts';
import { decide } from './decide.ts';
import { leave, leaveUnsupported } from './leave.ts';
import { logIn } from './log-in.ts';
import { offerOf } from './offer.ts';
import type { Next, Traveller } from './step.ts';

/** An owner whose every step is known before. */
interface ScriptedOwner {
	/** Brand key. */
	readonly make: string;
	readonly username: string;
	/** Permissions that they do not grant. */
	readonly refuse: readonly PermissionName[];
}

type WayThrough = WayBack | ShownPage;

/**
 * Goes with an owner from a Connect link to its end, by the steps of the screens, in one transaction.
 *
 * @param search query of the link, which asks for a code
 */
export function goThrough(
	context: Context,
	search: string,
	owner: ScriptedOwner
): Promise<WayThrough> {
	const issuer = context.settings.origin;
	const browser = randomSecret();
	return context.write(async (transaction) => {
		const visit = { browser, issuer, developer: !context.settings.isPublic };
		const opened = await openConnect(transaction, 'authorize', search, visit);
		if (opened.kind === 'head') throw new TypeError('A browser opens the link');
		if (opened.kind !== 'session') return opened;
		const traveller = { id: opened.id, browser, signIn: undefined, issuer };
		const last = await takeSteps(transaction, traveller, owner);
		if (last.kind !== 'redirect' && last.kind !== 'error')
			throw new TypeError(`The way ends at ${last.kind}`);
		return last;
	});
}

async function takeSteps(
	transaction: Transaction,
	traveller: Traveller,
	{ make, username, refuse }: ScriptedOwner
): Promise<Next> {
	await begin(transaction, traveller, { country: null, language: 'en' });
	await pickBrand(transaction, traveller, make);
	const next = await logIn(transaction, traveller, username);
	if (next.kind !== 'signed-in') return next;
	const signedIn = { ...traveller, signIn: next.secret };
	return next.screen === 'unsupported'
		? leaveUnsupported(transaction, signedIn, false)
		: answerConsent(transaction, signedIn, refuse);
}

async function answerConsent(
	transaction: Transaction,
	traveller: Traveller,
	refuse: readonly PermissionName[]
): Promise<Next> {
	const found = await readSession(transaction, traveller);
	if (found.kind !== 'open') return { kind: 'lost' };
	const form = scriptedChoice(await offerOf(transaction, found.session), refuse);
	return form === null
		? leave(transaction, traveller, 'access_denied')
		: decide(transaction, traveller, form);
}
