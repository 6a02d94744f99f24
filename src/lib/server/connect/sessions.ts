import type { SessionOutcome } from '#lib/connect/journey/end.ts';
import {
	judgeSession,
	withStep,
	type ConnectSession,
	type EndedSession,
	type KnownSession
} from '#lib/connect/journey/session.ts';
import type { ConnectRequest, Screen } from '#lib/connect/session-data.ts';
import { formatChoices, tallySteps } from '#lib/connect/session-tally.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Context, Transaction } from '../context.ts';
import { connectSessions } from '../db/session-schema.ts';
import { isGiven, named, prepared } from '../db/prepared.ts';
import { readJson } from '../db/stored-json.ts';
import { digestOf, sameDigest } from '../digest.ts';
import { userStart } from './user-start.ts';

/** What a browser has to show to go on with a session. */
export interface SessionKeys {
	/** Of the session. */
	readonly id: string;
	/** Value of the cookie that names the browser. */
	readonly browser: string | undefined;
	/** Value of the cookie that the sign-in gave. */
	readonly signIn: string | undefined;
}

export type FoundSession =
	| KnownSession
	/** Unknown, or begun or signed in to in another browser: these are not told apart. */
	| { readonly kind: 'foreign' };

const statements = prepared((db) => ({
	find: named(
		db.select().from(connectSessions).where(isGiven(connectSessions.id, 'id')),
		'find_connect_session'
	)
}));

/** Starts a session that only the browser of this cookie may go on with. */
export async function createSession(
	context: Context,
	clientId: string,
	browser: string,
	request: ConnectRequest
): Promise<string> {
	const id = randomUUID();
	await context.write(async ({ db, now, machineNow }) => {
		const steps = [{ screen: 'preamble', at: now }] as const;
		await db.insert(connectSessions).values({
			id,
			clientId,
			browserDigest: digestOf(browser),
			request,
			steps,
			...tallySteps(steps),
			country: request.country,
			user: request.user,
			version: request.version,
			responseType: request.responseType,
			userStart: userStart(request.user),
			refused: [],
			startedAt: now,
			insertedAt: machineNow,
			touchedAt: now
		});
	});
	return id;
}

export async function findSession(context: Context, keys: SessionKeys): Promise<FoundSession> {
	const found = await context.read((transaction) => lookUp(transaction, keys));
	if (isLeftAlone(found)) await context.write((transaction) => markOver(transaction, keys.id));
	return found;
}

/**
 * The same inside a transaction that writes, so that what is decided on it still holds.
 *
 * @param options.toSignIn asks for no earlier sign-in: a second press on the button is sent before
 * the secret of the first has come
 */
export async function readSession(
	transaction: Transaction,
	keys: SessionKeys,
	{ toSignIn = false }: { readonly toSignIn?: boolean } = {}
): Promise<FoundSession> {
	const found = await lookUp(transaction, keys, toSignIn);
	if (isLeftAlone(found)) await markOver(transaction, keys.id);
	return found;
}

function isLeftAlone(found: FoundSession): boolean {
	return found.kind === 'over' && found.session.endedAt === null;
}

/** Once answered as over, it is: a clock that goes back revives nothing. */
async function markOver({ db, now }: Transaction, id: string): Promise<void> {
	await db
		.update(connectSessions)
		.set({ endedAt: now })
		.where(and(eq(connectSessions.id, id), isNull(connectSessions.endedAt)));
}

/**
 * The browser's cookie may have been planted there by somebody who knows it, so that what follows a
 * sign-in takes a secret which was given out no earlier (OWASP ASVS 5.0, 7.2.4).
 */
async function lookUp(
	{ db, now }: Transaction,
	{ id, browser, signIn }: SessionKeys,
	toSignIn = false
): Promise<FoundSession> {
	const [row] = await statements(db).find.execute({ id });
	if (!row || !isSecretOf(row.browserDigest, browser)) return { kind: 'foreign' };
	if (!toSignIn && row.accountId !== null && !isSecretOf(row.signInDigest, signIn)) {
		return { kind: 'foreign' };
	}
	return judgeSession(sessionOf(row), now);
}

function sessionOf(
	row: typeof connectSessions.$inferSelect
): EndedSession & { readonly touchedAt: number } {
	return {
		...row,
		request: readJson(row.request, row.id),
		steps: readJson(row.steps, row.id)
	};
}

function isSecretOf(digest: Buffer | null, secret: string | undefined): boolean {
	return digest !== null && secret !== undefined && sameDigest(digest, digestOf(secret));
}

/** What a step may change; an owner comes with what binds the session to their browser. */
export type StepChanges = Partial<Pick<ConnectSession, 'country' | 'language' | 'make'>> &
	({ readonly accountId?: null } | { readonly accountId: string; readonly signInDigest: Buffer });

/** Notes that a screen is reached, with what the step before it decided. */
export async function takeStep(
	{ db, now }: Transaction,
	session: ConnectSession,
	screen: Screen,
	changes: StepChanges = {}
): Promise<void> {
	const steps = withStep(session, screen, now);
	const choices = screen === 'grant' ? { choices: formatChoices(session.request.asked, []) } : {};
	await db
		.update(connectSessions)
		.set({ ...changes, steps, ...tallySteps(steps), ...choices, touchedAt: now })
		.where(eq(connectSessions.id, session.id));
}

/** What a session ended with. */
interface SessionEnd {
	readonly outcome: SessionOutcome;
	readonly refused?: ConnectRequest['refuse'];
	/** What became of the optional permissions, by {@link formatChoices}. */
	readonly choices?: string;
}

/**
 * Ends a session, once; part of a transaction.
 *
 * @returns false where it was at its end already
 */
export async function endSession(
	{ db, now }: Transaction,
	id: string,
	end: SessionEnd
): Promise<boolean> {
	const ended = await db
		.update(connectSessions)
		.set({ ...end, touchedAt: now, endedAt: now })
		.where(and(eq(connectSessions.id, id), isNull(connectSessions.endedAt)))
		.returning({ id: connectSessions.id });
	return ended.length > 0;
}

/** Names the authorization that a session ended with; part of a transaction. */
export async function nameAuthorization(
	{ db }: Transaction,
	id: string,
	authorizationId: number
): Promise<void> {
	await db.update(connectSessions).set({ authorizationId }).where(eq(connectSessions.id, id));
}
