import {
	ASKING_LIMITS,
	digitsSuffice,
	FAILURE_LIMITS,
	LAST_OF_ADDRESS,
	waitOf,
	type Counted,
	type Lane,
	type Limit,
	type Wait
} from '#lib/owners/limits.ts';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Transaction } from '../context.ts';
import { signInCodes, signInFailures } from '../db/owner-schema.ts';

/** Who asks for a code, or submits one, and for which address. */
export interface AskedBy {
	readonly addressKey: string;
	/** An address, of IPv6 its network. */
	readonly client: string;
	/** Which browser it is, where it is known for that address; null for a stranger. */
	readonly knownBrowser: string | null;
}

/** Whether a code may be asked for now; part of a transaction, in which it is then written down. */
export async function askingWait(transaction: Transaction, by: AskedBy): Promise<Wait | null> {
	const counted = await count(transaction, ASKING_LIMITS, signInCodes, signInCodes.createdAt, by);
	return waitOf(counted, transaction.machineNow);
}

/** Whether one more code uses up what strangers get for the address; part of a transaction. */
export async function isLastOfAddress(transaction: Transaction, by: AskedBy): Promise<boolean> {
	const counted = await count(transaction, LAST_OF_ADDRESS, signInCodes, signInCodes.createdAt, by);
	return waitOf(counted, transaction.machineNow) !== null;
}

/** Whether six digits are enough for now; part of a transaction. */
export async function mayBeShort(transaction: Transaction, by: AskedBy): Promise<boolean> {
	const counted = await count(transaction, FAILURE_LIMITS, signInFailures, signInFailures.at, by);
	return digitsSuffice(counted, transaction.machineNow);
}

async function count(
	{ db, machineNow, settings }: Transaction,
	limits: Readonly<Record<Lane, readonly Limit[]>>,
	table: typeof signInCodes | typeof signInFailures,
	at: SQLiteColumn,
	by: AskedBy
): Promise<readonly Counted[]> {
	if (!settings.rateLimits) return [];
	const of = conditions(table, by);
	const counted = [];
	for (const limit of limits[by.knownBrowser === null ? 'stranger' : 'known']) {
		const { span } = limit;
		// The oldest of as many as may be: while it is within the span, there is room for no more.
		const [row] = await db
			.select({ at })
			.from(table)
			.where(and(of[limit.of], span === null ? undefined : gt(at, machineNow - span)))
			.orderBy(desc(at))
			.limit(1)
			.offset(limit.most - 1);
		counted.push({ limit, at: row === undefined ? null : Number(row.at) });
	}
	return counted;
}

function conditions(table: typeof signInCodes | typeof signInFailures, by: AskedBy) {
	const ofAddress = eq(table.addressKey, by.addressKey);
	const ofClient = eq(table.client, by.client);
	const ofStrangers = isNull(table.knownBrowser);
	return {
		browser: and(ofAddress, eq(table.knownBrowser, by.knownBrowser ?? '')),
		here: and(ofAddress, ofClient, ofStrangers),
		address: and(ofAddress, ofStrangers),
		client: and(ofClient, ofStrangers),
		all: ofStrangers
	};
}
