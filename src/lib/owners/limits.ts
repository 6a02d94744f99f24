const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** So many within a span, and no more. */
export interface Limit {
	/** Of what it counts: of one address, of one client, or all there are. */
	readonly of: 'address' | 'client' | 'all';
	readonly most: number;
	/** Milliseconds. */
	readonly span: number;
}

/** How often codes may be asked for. The last keeps a mail server from being used against others. */
export const ASKING_LIMITS: readonly Limit[] = [
	{ of: 'address', most: 1, span: MINUTE },
	{ of: 'address', most: 5, span: HOUR },
	{ of: 'address', most: 10, span: 24 * HOUR },
	{ of: 'client', most: 20, span: 15 * MINUTE },
	{ of: 'all', most: 300, span: HOUR }
];

/** How often codes may be wrong before nobody is listened to for a while. Source: OWASP ASVS 5.0, 6.3.1. */
export const FAILURE_LIMITS: readonly Limit[] = [
	{ of: 'client', most: 20, span: 15 * MINUTE },
	{ of: 'all', most: 200, span: HOUR }
];

/**
 * Wrong codes for an address since its owner last signed in, from which on its codes are too long to
 * be guessed. Source: NIST SP 800-63B section 3.2.2.
 */
export const FAILURES_BEFORE_LONG_CODES = 100;

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
	const waits = counted.map(({ limit: { of, span }, at }) => {
		// A clock that was put back makes nobody wait longer than the span.
		const left = at === null ? 0 : Math.min(at + span - now, span);
		return { of, seconds: Math.max(Math.ceil(left / 1000), 0) };
	});
	return waits.reduce<Wait | null>(
		(longest, wait) => (wait.seconds > (longest?.seconds ?? 0) ? wait : longest),
		null
	);
}
