import {
	judgeSubmission,
	readCode,
	isGood,
	CODE_LIFE,
	type Verdict
} from '#lib/owners/sign-in-code.ts';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Context, Transaction } from '../context.ts';
import { owners, signInCodes, signInFailures } from '../db/owner-schema.ts';
import { onlyRow } from '../db/rows.ts';
import { digestOf, sameDigest } from '../digest.ts';
import { codeDigest } from './code-digest.ts';
import { failureWait } from './limits.ts';
import { beginSession, endByDigest } from './sessions.ts';

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
	| Exclude<Verdict, { readonly kind: 'signed-in' }>
	/** With the secret of a new sign-in. */
	| { readonly kind: 'signed-in'; readonly secret: string };

/** Signs an owner in with a code; one that is not known yet comes to be. */
export async function submitCode(context: Context, given: SubmittedCode): Promise<Submitted> {
	return context.write(async (transaction) => {
		const { key, machineNow } = transaction;
		const sent = await findSent(transaction, given.browser);
		const verdict = judgeSubmission(
			{
				sent,
				typed: readCode(given.code),
				wait: sent && (await failureWait(transaction, given.client)),
				matches: (typed) =>
					sent !== null && sameDigest(sent.codeDigest, codeDigest(key, sent, typed))
			},
			machineNow
		);
		if (sent === null) return { kind: 'over' };
		if (verdict.kind === 'wrong') await noteFailure(transaction, sent, given.client);
		if (verdict.kind !== 'signed-in') return verdict;
		if (!(await spend(transaction, sent.id))) return { kind: 'over' };
		return { kind: 'signed-in', secret: await signIn(transaction, sent, given) };
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

async function noteFailure(
	{ db, machineNow }: Transaction,
	{ id, addressKey }: SentRow,
	client: string
): Promise<void> {
	await db
		.update(signInCodes)
		.set({ tries: sql`${signInCodes.tries} + 1` })
		.where(eq(signInCodes.id, id));
	await db.insert(signInFailures).values({ addressKey, client, at: machineNow });
}

async function signIn(
	transaction: Transaction,
	{ address, addressKey }: SentRow,
	{ former, browserName }: SubmittedCode
): Promise<string> {
	const { db, machineNow } = transaction;
	await db
		.insert(owners)
		.values({ id: randomUUID(), address, addressKey, createdAt: machineNow })
		.onConflictDoNothing({ target: owners.addressKey });
	const found = await db
		.select({ id: owners.id })
		.from(owners)
		.where(eq(owners.addressKey, addressKey));
	// They still count against who submitted them.
	await db
		.update(signInFailures)
		.set({ addressKey: null })
		.where(eq(signInFailures.addressKey, addressKey));
	if (former !== undefined) await endByDigest(transaction, digestOf(former));
	return beginSession(transaction, onlyRow(found).id, browserName);
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
