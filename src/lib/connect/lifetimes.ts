const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long each thing lives, in milliseconds. Source: the platform's pages on tokens. */
export const LIFETIMES = {
	/** A Connect session without a further step. */
	session: 10 * MINUTE,
	code: 10 * MINUTE,
	/** The cookie of a sign-in: longer than any journey of an owner, and its last page read again. */
	signInCookie: HOUR,
	/** What the sample client remembers of a link: longer than any journey of an owner. */
	sampleRun: HOUR,
	accessToken: 2 * HOUR,
	refreshToken: 60 * DAY,
	/** A refresh token after its first use, where the platform's rules hold. */
	refreshGrace: 10 * MINUTE,
	machineToken: HOUR
} as const;

/** A lifetime as `expires_in` states it (RFC 6749 section 5.1). */
export function inSeconds(lifetime: keyof typeof LIFETIMES): number {
	return LIFETIMES[lifetime] / SECOND;
}

/**
 * Whether something issued at a time is over. A clock that went back makes nothing live longer
 * than it was issued for: what seems to come from the future is over as well.
 */
export function isOver(issuedAt: number, lifetime: number, now: number): boolean {
	const { after, until } = aliveWithin(lifetime, now);
	return issuedAt <= after || issuedAt > until;
}

/** The times at which something was issued that is not over. */
export function aliveWithin(
	lifetime: number,
	now: number
): { readonly after: number; readonly until: number } {
	return { after: now - lifetime, until: now + CLOCK_SLACK };
}

/** Milliseconds by which a clock may be set back without ending what was just issued. */
const CLOCK_SLACK = MINUTE;
