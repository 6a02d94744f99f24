import { and, eq, isNull, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { clock } from '../clock.ts';
import { prepareOnce, read, write } from '../db/connection.ts';
import type { Db } from '../db/open.ts';
import { connectSessions } from '../db/connect-schema.ts';
import { digestOf, sameDigest } from './digest.ts';
import { isOver, LIFETIMES } from './lifetimes.ts';
import type { ConnectRequest, ConnectStep, Screen } from './session-data.ts';

/** A run of Connect that goes on. */
export interface ConnectSession {
	readonly id: string;
	readonly clientId: string;
	readonly request: ConnectRequest;
	readonly steps: readonly ConnectStep[];
	readonly country: string | null;
	readonly language: string | null;
	/** Brand that was picked, or that the link names. */
	readonly make: string | null;
	/** Account that was signed in to. */
	readonly ownerId: string | null;
}

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
	| { readonly kind: 'open'; readonly session: ConnectSession }
	/** Unknown, or begun or signed in to in another browser: these are not told apart. */
	| { readonly kind: 'foreign' }
	/** At its end, or left alone for too long. */
	| { readonly kind: 'over'; readonly session: EndedSession };

export interface EndedSession extends ConnectSession {
	/** Null for one that was left alone. */
	readonly outcome: string | null;
	readonly authorizationId: number | null;
	readonly endedAt: number | null;
}

const statements = prepareOnce((db) => ({
	find: db
		.select()
		.from(connectSessions)
		.where(eq(connectSessions.id, sql.placeholder('id')))
		.prepare()
}));

/** Starts a session that only the browser of this cookie may go on with. */
export async function createSession(
	clientId: string,
	browser: string,
	request: ConnectRequest
): Promise<string> {
	const id = randomUUID();
	const now = clock.now();
	await write((db) =>
		db
			.insert(connectSessions)
			.values({
				id,
				clientId,
				browserDigest: digestOf(browser),
				request,
				steps: [{ screen: 'preamble', at: now }],
				country: request.country,
				user: request.user,
				refused: [],
				startedAt: now,
				touchedAt: now
			})
			.run()
	);
	return id;
}

export async function findSession(keys: SessionKeys): Promise<FoundSession> {
	const found = await read(() => lookUp(keys));
	if (isLeftAlone(found)) await write((db) => markOver(db, keys.id));
	return found;
}

/**
 * The same inside a transaction that writes, so that what is decided on it still holds.
 *
 * @param options.toSignIn asks for no earlier sign-in: a second press on the button is sent before
 * the secret of the first has come
 */
export function readSession(
	db: Db,
	keys: SessionKeys,
	{ toSignIn = false }: { readonly toSignIn?: boolean } = {}
): FoundSession {
	const found = lookUp(keys, toSignIn);
	if (isLeftAlone(found)) markOver(db, keys.id);
	return found;
}

function isLeftAlone(found: FoundSession): boolean {
	return found.kind === 'over' && found.session.endedAt === null;
}

/** Once answered as over, it is: a clock that goes back revives nothing. */
function markOver(db: Db, id: string): void {
	db.update(connectSessions)
		.set({ endedAt: clock.now() })
		.where(and(eq(connectSessions.id, id), isNull(connectSessions.endedAt)))
		.run();
}

/**
 * The browser's cookie may have been planted there by somebody who knows it, so that what follows a
 * sign-in takes a secret which was given out no earlier (OWASP ASVS 5.0, 7.2.4).
 */
function lookUp({ id, browser, signIn }: SessionKeys, toSignIn = false): FoundSession {
	const [row] = statements().find.all({ id });
	if (!row || !isSecretOf(row.browserDigest, browser)) return { kind: 'foreign' };
	if (!toSignIn && row.ownerId !== null && !isSecretOf(row.signInDigest, signIn)) {
		return { kind: 'foreign' };
	}
	if (row.endedAt !== null || isOver(row.touchedAt, LIFETIMES.session, clock.now())) {
		return { kind: 'over', session: row };
	}
	return { kind: 'open', session: row };
}

function isSecretOf(digest: Buffer | null, secret: string | undefined): boolean {
	return digest !== null && secret !== undefined && sameDigest(digest, digestOf(secret));
}

/** What a step may change; an owner comes with what binds the session to their browser. */
type StepChanges = Partial<Pick<ConnectSession, 'country' | 'language' | 'make'>> &
	({ readonly ownerId?: null } | { readonly ownerId: string; readonly signInDigest: Buffer });

/** Notes that a screen is reached, with what the step before it decided. */
export function takeStep(
	db: Db,
	session: ConnectSession,
	screen: Screen,
	changes: StepChanges = {}
): void {
	const now = clock.now();
	const known = session.steps.some((step) => step.screen === screen);
	const steps = known ? session.steps : [...session.steps, { screen, at: now }];
	db.update(connectSessions)
		.set({ ...changes, steps, touchedAt: now })
		.where(eq(connectSessions.id, session.id))
		.run();
}

/** What a session ended with. */
interface SessionEnd {
	readonly outcome: string;
	readonly authorizationId?: number;
	readonly refused?: ConnectRequest['refuse'];
}

/** Ends a session; part of a transaction. */
export function endSession(db: Db, id: string, end: SessionEnd): void {
	const now = clock.now();
	db.update(connectSessions)
		.set({ ...end, touchedAt: now, endedAt: now })
		.where(eq(connectSessions.id, id))
		.run();
}
