import { isOver } from '../connect/lifetimes.ts';

const MINUTE = 60_000;

/** Milliseconds that a sign-in lasts without a request, and at all. Source: OWASP ASVS 5.0, 7.3.1 and 7.3.2. */
export const OWNER_SESSION = { idle: 30 * MINUTE, longest: 24 * 60 * MINUTE } as const;

/** A page of an owner is noted no more often than that. */
const NOTED_EVERY = MINUTE;

/** By the machine's time. */
export interface SessionTimes {
	readonly createdAt: number;
	readonly seenAt: number;
}

export function isSignedIn({ createdAt, seenAt }: SessionTimes, now: number): boolean {
	return !isOver(createdAt, OWNER_SESSION.longest, now) && !isOver(seenAt, OWNER_SESSION.idle, now);
}

/** Whether it is time to write down that it was seen. */
export function isUnnoted({ seenAt }: SessionTimes, now: number): boolean {
	return isOver(seenAt, NOTED_EVERY, now);
}

/** Milliseconds after a sign-in in which it stands for what cannot be taken back. */
export const RECENT = 10 * MINUTE;

/** Whether who is signed in has just shown that they read mail to the address. */
export function isRecent({ createdAt }: Pick<SessionTimes, 'createdAt'>, now: number): boolean {
	return !isOver(createdAt, RECENT, now);
}
