import {
	ASKING_LIMITS,
	FAILURE_LIMITS,
	waitOf,
	type Limit,
	type Wait
} from '#lib/owners/limits.ts';
import { and, desc, eq, gt, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Transaction } from '../context.ts';
import { signInCodes, signInFailures } from '../db/owner-schema.ts';

/** Who asks for a code, and for which address. */
export interface AskedBy {
	readonly addressKey: string;
	/** An address, of IPv6 its network. */
	readonly client: string;
}

/** Whether a code may be asked for now; part of a transaction, in which it is then written down. */
export function askingWait(transaction: Transaction, by: AskedBy): Promise<Wait | null> {
	const { addressKey, client, createdAt } = signInCodes;
	const of = {
		address: eq(addressKey, by.addressKey),
		client: eq(client, by.client),
		all: undefined
	};
	return waitFor(transaction, ASKING_LIMITS, { table: signInCodes, at: createdAt, of });
}

/** Whether a code may be submitted now; part of a transaction. */
export function failureWait(transaction: Transaction, client: string): Promise<Wait | null> {
	const of = { address: undefined, client: eq(signInFailures.client, client), all: undefined };
	return waitFor(transaction, FAILURE_LIMITS, { table: signInFailures, at: signInFailures.at, of });
}

interface Happened {
	readonly table: SQLiteTable;
	readonly at: SQLiteColumn;
	readonly of: Readonly<Record<Limit['of'], SQL | undefined>>;
}

async function waitFor(
	{ db, machineNow, settings }: Transaction,
	limits: readonly Limit[],
	{ table, at, of }: Happened
): Promise<Wait | null> {
	if (!settings.rateLimits) return null;
	const counted = [];
	for (const limit of limits) {
		// The oldest of as many as may be: while it is within the span, there is room for no more.
		const [row] = await db
			.select({ at })
			.from(table)
			.where(and(of[limit.of], gt(at, machineNow - limit.span)))
			.orderBy(desc(at))
			.limit(1)
			.offset(limit.most - 1);
		counted.push({ limit, at: row === undefined ? null : Number(row.at) });
	}
	return waitOf(counted, machineNow);
}
