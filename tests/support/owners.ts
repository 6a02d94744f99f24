import { parseAddress, type Address } from '#lib/owners/address.ts';
import type { Context } from '#lib/server/context.ts';
import { listOutbox } from '#lib/server/mail/mails.ts';
import { asOwner } from '#lib/server/owners/actor.ts';
import { askForCode } from '#lib/server/owners/ask-for-code.ts';
import { findVisit } from '#lib/server/owners/sessions.ts';
import { submitCode, type SubmittedCode } from '#lib/server/owners/submit-code.ts';

export const SAM = 'sam@example.org';
export const CLIENT = '192.0.2.1';

export function addressOf(text: string): Address {
	const parsed = parseAddress(text);
	if (!parsed.ok) throw new Error(parsed.fault.code);
	return parsed.address;
}

interface Who {
	readonly address?: string;
	readonly browser?: string;
	readonly client?: string;
	readonly former?: string;
	readonly known?: string;
}

export function ask(
	context: Context,
	{ address = SAM, browser = 'a browser', client = CLIENT, former, known }: Who = {}
) {
	const word = (code: string, pass: string | null) => ({
		subject: 'Your code',
		text: `Your code: ${code}\n${pass ?? ''}`
	});
	return askForCode(context, { address: addressOf(address), browser, former, known, client, word });
}

/** The code in the last mail of all. */
export async function lastCode(context: Context): Promise<string> {
	const [mail] = await listOutbox(context);
	const [line = ''] = mail?.text.split('\n') ?? [];
	return line.replace('Your code: ', '');
}

export function submit(context: Context, code: string, given: Partial<SubmittedCode> = {}) {
	return submitCode(context, {
		code,
		browser: 'a browser',
		client: CLIENT,
		browserName: 'Firefox, Linux',
		former: undefined,
		...given
	});
}

/** Goes all the way. @returns what the browser is given */
export async function enter(context: Context, who: Who = {}) {
	await ask(context, who);
	const { browser = 'a browser', client = CLIENT } = who;
	const signedIn = await submit(context, await lastCode(context), { browser, client });
	if (signedIn.kind !== 'signed-in') throw new Error(signedIn.kind);
	return signedIn;
}

/** Goes all the way. @returns the secret of the sign-in */
export async function signInOwner(context: Context, who: Who = {}): Promise<string> {
	return (await enter(context, who)).secret;
}

/** A context in the name of an owner who has just signed in. */
export async function ownerContext(context: Context, who: Who = {}): Promise<Context> {
	const { signedIn } = await findVisit(context, await signInOwner(context, who));
	if (!signedIn) throw new Error('Nobody is signed in.');
	return asOwner(context, signedIn.owner);
}

/** Some other code of six digits. */
export const wrongFor = (code: string) =>
	code.replace(' ', '') === '123456' ? '654321' : '123456';
