const MINUTE = 60_000;

/** Callers remembered at a time; beyond it the one unseen for longest is forgotten. */
const MAX_CALLERS = 10_000;

/**
 * Counts the requests of a caller.
 *
 * @param now milliseconds since 1970
 * @returns the seconds to wait; 0 when the request may go on
 */
export type RateLimit = (caller: string, now: number) => number;

interface Allowance {
	/** In whole parts of a request, as many as a minute has milliseconds: fractions would not add up. */
	left: number;
	/** When `left` was counted, in milliseconds since 1970. */
	at: number;
}

/** Lets a caller make so many requests a minute, all at once or spread over it. */
export function createRateLimit(perMinute: number): RateLimit {
	const allowances = new Map<string, Allowance>();
	const most = perMinute * MINUTE;
	return (caller, now) => {
		const before = allowances.get(caller) ?? { left: most, at: now };
		const left = Math.min(most, before.left + Math.max(now - before.at, 0) * perMinute);
		const passes = left >= MINUTE;
		allowances.delete(caller);
		allowances.set(caller, { left: passes ? left - MINUTE : left, at: now });
		for (const oldest of allowances.keys()) {
			if (allowances.size <= MAX_CALLERS) break;
			allowances.delete(oldest);
		}
		return passes ? 0 : Math.ceil((MINUTE - left) / (perMinute * 1000));
	};
}
