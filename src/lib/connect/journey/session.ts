import { isOver, LIFETIMES } from '../lifetimes.ts';
import type { ConnectRequest, ConnectStep, Screen } from '../session-data.ts';

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
	readonly accountId: string | null;
}

export interface EndedSession extends ConnectSession {
	/** Null for one that was left alone. */
	readonly outcome: string | null;
	readonly authorizationId: number | null;
	readonly endedAt: number | null;
}

/** A session that its browser asks for. */
export type KnownSession =
	| { readonly kind: 'open'; readonly session: ConnectSession }
	/** At its end, or left alone for too long. */
	| { readonly kind: 'over'; readonly session: EndedSession };

/** @param session with the time of its last step, in milliseconds since 1970 */
export function judgeSession(
	session: EndedSession & { readonly touchedAt: number },
	now: number
): KnownSession {
	const over = session.endedAt !== null || isOver(session.touchedAt, LIFETIMES.session, now);
	return { kind: over ? 'over' : 'open', session };
}

/** A screen opens only after those that lead to it. */
export function hasReached({ steps }: ConnectSession, screen: Screen): boolean {
	return steps.some((taken) => taken.screen === screen);
}

/** The screen that was reached last. */
export function lastScreen({ steps }: ConnectSession): Screen {
	return steps.at(-1)?.screen ?? 'preamble';
}

/** The steps with one more; a screen keeps the time at which it was first reached. */
export function withStep(
	session: ConnectSession,
	screen: Screen,
	now: number
): readonly ConnectStep[] {
	return hasReached(session, screen) ? session.steps : [...session.steps, { screen, at: now }];
}
