import type { Address } from '#lib/owners/address.ts';
import type { Wait } from '#lib/owners/limits.ts';
import { CODE_LIFE, formatCode, formFor } from '#lib/owners/sign-in-code.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { signInCodes, signInFailures } from '../db/owner-schema.ts';
import { digestOf } from '../digest.ts';
import { queueMail, type MailText } from '../mail/mails.ts';
import { wakeMail } from '../mail/schedule.ts';
import { codeDigest, randomCode } from './code-digest.ts';
import { askingWait } from './limits.ts';

/** Somebody who wants to sign in. */
export interface Asking {
	readonly address: Address;
	/** What names the browser from here on; made for this code alone. */
	readonly browser: string;
	/** Who asks: an address, of IPv6 its network. */
	readonly client: string;
	/** The mail with a code, in the language of the page. */
	readonly word: (code: string) => MailText;
}

/**
 * Sends a code to an address, which takes the place of one before. Whether an owner has that address
 * is not asked, so that nothing here can tell.
 */
export async function askForCode(
	context: Context,
	{ address, browser, client, word }: Asking
): Promise<
	{ readonly ok: true; readonly until: number } | { readonly ok: false; readonly wait: Wait }
> {
	const addressKey = address.key;
	const browserDigest = digestOf(browser);
	const wait = await context.write(async (transaction) => {
		const { db, key, machineNow } = transaction;
		const wait = await askingWait(transaction, { addressKey, client });
		if (wait !== null) return wait;
		const code = randomCode(formFor(await countFailures(transaction, addressKey)));
		await endOpenCode(transaction, addressKey);
		await db.insert(signInCodes).values({
			address: address.typed,
			addressKey,
			browserDigest,
			codeDigest: codeDigest(key, { addressKey, browserDigest }, code),
			client,
			createdAt: machineNow
		});
		await queueMail(transaction, addressKey, word(formatCode(code)));
		return null;
	});
	if (wait !== null) return { ok: false, wait };
	wakeMail(context);
	return { ok: true, until: context.machineNow + CODE_LIFE };
}

/** Since its owner last signed in. */
function countFailures({ db }: Transaction, addressKey: string): Promise<number> {
	return db.$count(signInFailures, eq(signInFailures.addressKey, addressKey));
}

/** Takes the code that is open for an address out of use; part of a transaction. */
async function endOpenCode({ db, machineNow }: Transaction, addressKey: string): Promise<void> {
	await db
		.update(signInCodes)
		.set({ endedAt: machineNow })
		.where(and(eq(signInCodes.addressKey, addressKey), isNull(signInCodes.endedAt)));
}
