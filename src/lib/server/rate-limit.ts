import { clock } from './clock.ts';

const MINUTE = 60_000;

/** Callers remembered at a time; beyond it the one unseen for longest is forgotten. */
const MAX_CALLERS = 10_000;

/** Counts the requests of a caller. @returns the seconds to wait; 0 when the request may go on. */
export type RateLimit = (caller: string) => number;

interface Allowance {
	left: number;
	/** When `left` was counted, in milliseconds since 1970. */
	at: number;
}

/** Lets a caller make so many requests a minute, all at once or spread over it. */
export function createRateLimit(perMinute: number): RateLimit {
	const allowances = new Map<string, Allowance>();
	return (caller) => {
		const now = clock.now();
		const before = allowances.get(caller) ?? { left: perMinute, at: now };
		const regained = (Math.max(now - before.at, 0) / MINUTE) * perMinute;
		const left = Math.min(perMinute, before.left + regained);
		allowances.delete(caller);
		allowances.set(caller, { left: left >= 1 ? left - 1 : left, at: now });
		for (const oldest of allowances.keys()) {
			if (allowances.size <= MAX_CALLERS) break;
			allowances.delete(oldest);
		}
		return left >= 1 ? 0 : Math.ceil(((1 - left) / perMinute) * 60);
	};
}
