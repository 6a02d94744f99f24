import { isSignedIn, isUnnoted } from '#lib/owners/owner-session.ts';
import { and, desc, eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Context, Transaction } from '../context.ts';
import { ownerSessions, owners } from '../db/owner-schema.ts';
import { clockOf, type RehearsalClock } from '../connect/rehearsal.ts';
import { isGiven, named, prepared } from '../db/prepared.ts';
import { digestOf } from '../digest.ts';
import type { SecretKey } from '../secret-key.ts';
import { ownerIdOf, type Owner } from './actor.ts';

/** A sign-in that lasts. */
interface SignedIn {
	readonly owner: Owner;
	readonly sessionId: string;
	/** When it began, by the machine. */
	readonly createdAt: number;
}

const statements = prepared((db) => ({
	find: named(
		db
			.select({
				sessionId: ownerSessions.id,
				createdAt: ownerSessions.createdAt,
				seenAt: ownerSessions.seenAt,
				id: owners.id,
				address: owners.address
			})
			.from(ownerSessions)
			.innerJoin(owners, eq(owners.id, ownerSessions.ownerId))
			.where(isGiven(ownerSessions.digest, 'digest')),
		'find_owner_session'
	)
}));

/** What every page of the portal begins with. */
export interface Visit {
	/** Null where nobody is signed in, or no longer. */
	readonly signedIn: SignedIn | null;
	readonly clock: RehearsalClock;
}

/** Who is signed in with a secret, and what time it is in the rehearsal. */
export async function findVisit(context: Context, secret: string | undefined): Promise<Visit> {
	const { machineNow } = context;
	const { row, clock } = await context.read(async (transaction) => {
		const digest = secret === undefined ? null : digestOf(secret);
		const rows = digest && (await statements(transaction.db).find.execute({ digest }));
		return { row: rows?.[0], clock: clockOf(transaction) };
	});
	if (!row || !isSignedIn(row, machineNow)) return { signedIn: null, clock };
	const { sessionId, id, address, createdAt } = row;
	if (isUnnoted(row, machineNow)) {
		await context.write(({ db }) =>
			db
				.update(ownerSessions)
				.set({ seenAt: machineNow })
				.where(eq(ownerSessions.id, sessionId))
				.returning({ id: ownerSessions.id })
		);
	}
	return { signedIn: { owner: { id, address }, sessionId, createdAt }, clock };
}

/**
 * What a browser shows of the sign-in that it gets for a code: as good as random, and the same for
 * who clicks twice. It takes the server's key and what the browser alone was given.
 */
export function sessionSecret(key: SecretKey, codeId: number, browser: string): string {
	return key.digest(`owner session ${codeId} ${browser}`).toString('base64url');
}

/** Begins a sign-in, whose secret is stored nowhere; part of a transaction. */
export async function beginSession(
	{ db, machineNow }: Transaction,
	secret: string,
	whose: { readonly ownerId: string; readonly browser: string }
): Promise<void> {
	await db.insert(ownerSessions).values({
		...whose,
		id: randomUUID(),
		digest: digestOf(secret),
		createdAt: machineNow,
		seenAt: machineNow
	});
}

/** Whether there is a sign-in with a secret; part of a transaction. */
export async function isBegun({ db }: Transaction, secret: string): Promise<boolean> {
	return (await db.$count(ownerSessions, eq(ownerSessions.digest, digestOf(secret)))) > 0;
}

/** Ends one sign-in; part of a transaction. */
export async function endByDigest({ db }: Transaction, digest: Buffer): Promise<void> {
	await db.delete(ownerSessions).where(eq(ownerSessions.digest, digest));
}

/** Signs the browser of a secret out. */
export async function signOut(context: Context, secret: string): Promise<void> {
	await context.write((transaction) => endByDigest(transaction, digestOf(secret)));
}

/** A browser that an owner is signed in with. Times are the machine's. */
export interface OwnerSession {
	readonly id: string;
	readonly browser: string;
	readonly createdAt: number;
	readonly seenAt: number;
}

/** The sign-ins of an owner that last, the one seen last first. */
export async function listSessions(context: Context): Promise<readonly OwnerSession[]> {
	const { id, browser, createdAt, seenAt, ownerId } = ownerSessions;
	const rows = await context.read(({ db }) =>
		db
			.select({ id, browser, createdAt, seenAt })
			.from(ownerSessions)
			.where(eq(ownerId, ownerIdOf(context)))
			.orderBy(desc(seenAt), desc(createdAt))
	);
	return rows.filter((row) => isSignedIn(row, context.machineNow));
}

/** Ends one of an owner's sign-ins. @returns false where they have none of that id */
export async function endSession(context: Context, id: string): Promise<boolean> {
	const mine = eq(ownerSessions.ownerId, ownerIdOf(context));
	return endThose(context, and(mine, eq(ownerSessions.id, id)));
}

/** Ends all of an owner's sign-ins, the one that asks as well. */
export async function endAllSessions(context: Context): Promise<void> {
	await endThose(context, eq(ownerSessions.ownerId, ownerIdOf(context)));
}

function endThose(context: Context, which: ReturnType<typeof and>): Promise<boolean> {
	return context.write(async ({ db }) => {
		const ended = await db.delete(ownerSessions).where(which).returning({ id: ownerSessions.id });
		return ended.length > 0;
	});
}
