import { isOver } from '../connect/lifetimes.ts';

/** Milliseconds for which a browser is known after its last sign-in. */
export const BROWSER_KNOWN = 180 * 24 * 60 * 60_000;

/** @param since when it signed in */
export function isKnown(since: number, now: number): boolean {
	return !isOver(since, BROWSER_KNOWN, now);
}
