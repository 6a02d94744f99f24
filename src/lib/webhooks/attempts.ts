import { SECOND } from '../vehicles/spans.ts';

/** Milliseconds after each attempt that failed until the next one. */
const WAITS = [25 * SECOND, 50 * SECOND, 100 * SECOND];

/** How often an event is sent by itself at most. */
export const MOST_TRIES = WAITS.length + 1;

/** How often it is replayed at most: each time is kept with both sides. */
export const MOST_REPLAYS = 50;

/** Milliseconds that a receiver has for its answer. */
export const ANSWER_WITHIN = 15 * SECOND;

/** Bytes that a delivery has at most. */
export const MOST_BYTES = 50 * 1024;

/** Bytes of an answer that are read, and kept, at most. */
export const MOST_ANSWER_BYTES = 64 * 1024;

/**
 * When an event is sent again.
 *
 * @param tries how often it was sent by now
 * @param failedAt when that failed
 * @returns null where it is given up
 */
export function nextAttempt(tries: number, failedAt: number): number | null {
	const wait = WAITS[tries - 1];
	return wait === undefined ? null : failedAt + wait;
}

/**
 * How often an event was replayed. What is counted as tries goes on behind all that are planned then,
 * however few there were, so that none follows.
 */
export function replaysOf(tries: number): number {
	return Math.max(tries - MOST_TRIES, 0);
}

/**
 * When an attempt is made by plan, in milliseconds after the first one.
 *
 * @param index from 0
 * @returns null where none is planned
 */
export function plannedAt(index: number): number | null {
	if (index >= MOST_TRIES) return null;
	return WAITS.slice(0, index).reduce((sum, wait) => sum + wait, 0);
}

/** Whether a receiver took what it was sent. A redirect is none: it is not followed. */
export function isTaken(status: number | null): boolean {
	return status !== null && status >= 200 && status < 300;
}
