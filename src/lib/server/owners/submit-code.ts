import {
	CODE_LIFE,
	formOf,
	isGood,
	judgeSubmission,
	readCode,
	type Verdict
} from '#lib/owners/sign-in-code.ts';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Context, Transaction } from '../context.ts';
import { owners, signInCodes, signInFailures } from '../db/owner-schema.ts';
import { onlyRow } from '../db/rows.ts';
import { digestOf, sameDigest } from '../digest.ts';
import { codeDigest } from './code-digest.ts';
import { knownBrowser } from './known-browser.ts';
import { mayBeShort } from './limits.ts';
import { beginSession, endByDigest, isBegun, sessionSecret } from './sessions.ts';

/** A code that somebody typed. */
export interface SubmittedCode {
	/** As it was typed. */
	readonly code: string;
	/** What the browser was given when it asked. */
	readonly browser: string | undefined;
	/** Who submits it: an address, of IPv6 its network. */
	readonly client: string;
	/** What the browser is called. */
	readonly browserName: string;
	/** Secret of the sign-in that the browser has; it ends with the new one. */
	readonly former: string | undefined;
}

export type Submitted =
	| Exclude<Verdict, { readonly kind: 'signed-in' | 'repeated' }>
	/** With the secret of a new sign-in, and what the browser is known by from now on. */
	| { readonly kind: 'signed-in'; readonly secret: string; readonly known: string };

/** Signs an owner in with a code; one that is not known yet comes to be. */
export async function submitCode(context: Context, given: SubmittedCode): Promise<Submitted> {
	return context.write(async (transaction) => {
		const { key, machineNow } = transaction;
		const sent = await findSent(transaction, given.browser);
		if (sent === null) return { kind: 'over' };
		const typed = readCode(given.code);
		const verdict = judgeSubmission(
			{
				sent,
				typed,
				digitsSuffice: await mayBeShort(transaction, { ...sent, client: given.client }),
				matches: (code) => sameDigest(sent.codeDigest, codeDigest(key, sent, code))
			},
			machineNow
		);
		const secret = sessionSecret(key, sent.id, given.browser ?? '');
		const signedIn = () => ({
			...({ kind: 'signed-in', secret } as const),
			known: knownBrowser(key, sent.addressKey, machineNow)
		});
		switch (verdict.kind) {
			case 'wrong':
				await noteWrong(transaction, sent, typed ?? '', given.client);
				return verdict;
			case 'over':
				if (verdict.counts) await noteTry(transaction, sent.id);
				return { kind: 'over' };
			case 'repeated':
				return (await isBegun(transaction, secret)) ? signedIn() : { kind: 'over' };
			case 'signed-in':
				if (!(await spend(transaction, sent.id))) return { kind: 'over' };
				await signIn(transaction, sent, secret, given);
				return signedIn();
			default:
				return verdict;
		}
	});
}

type SentRow = typeof signInCodes.$inferSelect;

/** The last code that a browser asked for. */
async function findSent({ db }: Transaction, browser: string | undefined): Promise<SentRow | null> {
	if (browser === undefined) return null;
	const [row] = await db
		.select()
		.from(signInCodes)
		.where(eq(signInCodes.browserDigest, digestOf(browser)))
		.orderBy(desc(signInCodes.id))
		.limit(1);
	return row ?? null;
}

/** @returns false where another was faster */
async function spend({ db, machineNow }: Transaction, id: number): Promise<boolean> {
	const spent = await db
		.update(signInCodes)
		.set({ endedAt: machineNow })
		.where(and(eq(signInCodes.id, id), isNull(signInCodes.endedAt)))
		.returning({ id: signInCodes.id });
	return spent.length > 0;
}

async function noteTry({ db }: Transaction, id: number): Promise<void> {
	await db
		.update(signInCodes)
		.set({ tries: sql`${signInCodes.tries} + 1` })
		.where(eq(signInCodes.id, id));
}

async function noteWrong(
	transaction: Transaction,
	{ id, addressKey, knownBrowser }: SentRow,
	typed: string,
	client: string
): Promise<void> {
	const { db, machineNow } = transaction;
	await noteTry(transaction, id);
	// Nobody comes upon a long one, so that what is tried of it makes nobody's code longer.
	if (formOf(typed) === 'long') return;
	await db.insert(signInFailures).values({ addressKey, client, knownBrowser, at: machineNow });
}

async function signIn(
	transaction: Transaction,
	{ address, addressKey, knownBrowser: by }: SentRow,
	secret: string,
	{ former, browserName }: SubmittedCode
): Promise<void> {
	const { db, machineNow } = transaction;
	await db
		.insert(owners)
		.values({ id: randomUUID(), address, addressKey, createdAt: machineNow })
		.onConflictDoNothing({ target: owners.addressKey });
	const found = await db
		.select({ id: owners.id })
		.from(owners)
		.where(eq(owners.addressKey, addressKey));
	await forgive(transaction, addressKey, by);
	if (former !== undefined) await endByDigest(transaction, digestOf(former));
	await beginSession(transaction, secret, { ownerId: onlyRow(found).id, browser: browserName });
}

/**
 * Counts what was wrong against the address no more, as far as the same might have typed it: what
 * strangers guess is not forgiven to them by an owner at home. It still counts against who submitted it.
 */
async function forgive({ db }: Transaction, addressKey: string, by: string | null): Promise<void> {
	const { knownBrowser } = signInFailures;
	await db
		.update(signInFailures)
		.set({ addressKey: null })
		.where(
			and(
				eq(signInFailures.addressKey, addressKey),
				by === null ? isNull(knownBrowser) : eq(knownBrowser, by)
			)
		);
}

/** What the page says of a code that was sent. */
export interface AwaitedCode {
	/** Where it was sent, as it was typed. */
	readonly address: string;
	/** Until when it is good; by the machine's time. */
	readonly until: number;
	/** Whether it may still be used. */
	readonly good: boolean;
}

/** The code that a browser waits for; null where it asked for none. */
export async function findAwaited(
	context: Context,
	browser: string | undefined
): Promise<AwaitedCode | null> {
	return context.read(async (transaction) => {
		const sent = await findSent(transaction, browser);
		if (sent === null) return null;
		const { address, createdAt } = sent;
		return { address, until: createdAt + CODE_LIFE, good: isGood(sent, transaction.machineNow) };
	});
}
