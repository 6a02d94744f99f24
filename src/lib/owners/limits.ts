const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Who is counted together. A browser that signed in to an address before is known there, and counted
 * for itself: whatever strangers do with the address, it goes on as it did.
 */
export type Lane = 'known' | 'stranger';

/** So many within a span, and no more. */
export interface Limit {
	/**
	 * Of what it counts: of one known browser; or of strangers, for an address from one client (`here`),
	 * for an address, from one client, or all there are.
	 */
	readonly of: 'browser' | 'here' | 'address' | 'client' | 'all';
	readonly most: number;
	/** Milliseconds; null where it counts since the owner last signed in, as long as it is kept. */
	readonly span: number | null;
}

/**
 * How often codes may be asked for. What one client asks for an address leaves room for others, and a
 * mail server is used against nobody.
 */
export const ASKING_LIMITS: Readonly<Record<Lane, readonly Limit[]>> = {
	known: [
		{ of: 'browser', most: 1, span: MINUTE },
		{ of: 'browser', most: 5, span: HOUR },
		{ of: 'browser', most: 10, span: DAY }
	],
	stranger: [
		{ of: 'here', most: 1, span: MINUTE },
		{ of: 'here', most: 5, span: HOUR },
		{ of: 'here', most: 10, span: DAY },
		{ of: 'address', most: 30, span: DAY },
		{ of: 'client', most: 20, span: 15 * MINUTE },
		{ of: 'all', most: 300, span: HOUR }
	]
};

/** Strangers' last code for an address, whose mail says how its owner goes on: one less is in its way. */
export const LAST_OF_ADDRESS: Readonly<Record<Lane, readonly Limit[]>> = {
	known: [],
	stranger: ASKING_LIMITS.stranger
		.filter(({ of }) => of === 'address')
		.map((limit) => ({ ...limit, most: limit.most - 1 }))
};

/**
 * How often six digits may be wrong before they count no more, and codes are too long to be guessed:
 * nobody is refused. Source: OWASP ASVS 5.0, 6.3.1; NIST SP 800-63B section 3.2.2.
 */
export const FAILURE_LIMITS: Readonly<Record<Lane, readonly Limit[]>> = {
	known: [{ of: 'browser', most: 100, span: null }],
	stranger: [
		{ of: 'address', most: 100, span: null },
		{ of: 'client', most: 20, span: 15 * MINUTE },
		{ of: 'all', most: 200, span: HOUR }
	]
};

/** How long somebody has to wait, and which limit says so. */
export interface Wait {
	readonly of: Limit['of'];
	readonly seconds: number;
}

/** What a limit sees: when the last but so many as it allows happened; null where fewer did. */
export interface Counted {
	readonly limit: Limit;
	readonly at: number | null;
}

/** @returns the longest wait; null where nothing is in the way */
export function waitOf(counted: readonly Counted[], now: number): Wait | null {
	const waits = counted.map(({ limit, at }) => ({
		of: limit.of,
		seconds: secondsOf(limit, at, now)
	}));
	return waits.reduce<Wait | null>(
		(longest, wait) => (wait.seconds > (longest?.seconds ?? 0) ? wait : longest),
		null
	);
}

/** Whether a code of six digits is enough, after so many wrong ones. */
export function digitsSuffice(counted: readonly Counted[], now: number): boolean {
	return waitOf(counted, now) === null;
}

function secondsOf({ span }: Limit, at: number | null, now: number): number {
	if (at === null) return 0;
	if (span === null) return Infinity;
	// A clock that was put back makes nobody wait longer than the span.
	return Math.max(Math.ceil(Math.min(at + span - now, span) / 1000), 0);
}
