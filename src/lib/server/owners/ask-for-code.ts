import type { Address } from '#lib/owners/address.ts';
import type { Wait } from '#lib/owners/limits.ts';
import { CODE_LIFE, formatCode } from '#lib/owners/sign-in-code.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { signInCodes } from '../db/owner-schema.ts';
import { digestOf } from '../digest.ts';
import { queueMail, type MailText } from '../mail/mails.ts';
import { wakeMail } from '../mail/schedule.ts';
import { codeDigest, randomCode } from './code-digest.ts';
import { knownAs, knownBrowser } from './known-browser.ts';
import { askingWait, isLastOfAddress, mayBeShort } from './limits.ts';

/** Somebody who wants to sign in. */
export interface Asking {
	readonly address: Address;
	/** What names the browser from here on; made for this code alone. */
	readonly browser: string;
	/** The same of the code that the browser asked for before, which is over with this one. */
	readonly former: string | undefined;
	/** What the browser shows to be known. */
	readonly known: string | undefined;
	/** Who asks: an address, of IPv6 its network. */
	readonly client: string;
	/**
	 * The mail with a code, in the language of the page.
	 *
	 * @param known what makes a browser known, where strangers get no more codes for the address
	 */
	readonly word: (code: string, known: string | null) => MailText;
}

/**
 * Sends a code to an address; what others ask for the same one is left alone. Whether an owner has
 * that address is not asked, so that nothing here can tell.
 */
export async function askForCode(
	context: Context,
	{ address, browser, former, known, client, word }: Asking
): Promise<
	{ readonly ok: true; readonly until: number } | { readonly ok: false; readonly wait: Wait }
> {
	const addressKey = address.key;
	const browserDigest = digestOf(browser);
	const wait = await context.write(async (transaction) => {
		const { db, key, machineNow } = transaction;
		const by = { addressKey, client, knownBrowser: knownAs(key, addressKey, known, machineNow) };
		const wait = await askingWait(transaction, by);
		if (wait !== null) return wait;
		const isLast = await isLastOfAddress(transaction, by);
		const code = randomCode((await mayBeShort(transaction, by)) ? 'digits' : 'long');
		if (former !== undefined) await endOpenCode(transaction, digestOf(former));
		await db.insert(signInCodes).values({
			...by,
			address: address.typed,
			browserDigest,
			codeDigest: codeDigest(key, { addressKey, browserDigest }, code),
			createdAt: machineNow
		});
		const pass = isLast ? knownBrowser(key, addressKey, machineNow) : null;
		await queueMail(transaction, addressKey, word(formatCode(code), pass));
		return null;
	});
	if (wait !== null) return { ok: false, wait };
	wakeMail(context);
	return { ok: true, until: context.machineNow + CODE_LIFE };
}

/** Takes the code that a browser waits for out of use; part of a transaction. */
async function endOpenCode({ db, machineNow }: Transaction, browserDigest: Buffer): Promise<void> {
	await db
		.update(signInCodes)
		.set({ endedAt: machineNow })
		.where(and(eq(signInCodes.browserDigest, browserDigest), isNull(signInCodes.endedAt)));
}
