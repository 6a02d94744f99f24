import { LIFETIMES } from '../connect/lifetimes.ts';
import type { Parse, Read } from './settings.ts';

/** In milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;

type Kept =
	'sessions' | 'codes' | 'tokens' | 'machineTokens' | 'calls' | 'signIns' | 'mails' | 'deliveries';

/** Days for which what is of no more use is kept; null for ever. */
export type KeepDays = Readonly<Record<Kept, number | null>>;

export function readKeepDays(read: Read): KeepDays {
	return {
		sessions: readDays(read, 'KEEP_SESSIONS_DAYS', '90', 1),
		codes: readDays(read, 'KEEP_CODES_DAYS', '30', 1),
		tokens: readDays(read, 'KEEP_TOKENS_DAYS', '90', LIFETIMES.refreshToken / DAY),
		machineTokens: readDays(read, 'KEEP_MACHINE_TOKENS_DAYS', '7', 1),
		// A limit of calls looks at the whole month.
		calls: readDays(read, 'KEEP_CALLS_DAYS', '400', 31),
		signIns: readDays(read, 'KEEP_SIGN_INS_DAYS', '30', 1),
		mails: readDays(read, 'KEEP_MAILS_DAYS', '7', 1),
		deliveries: readDays(read, 'KEEP_DELIVERIES_DAYS', '7', 1)
	};
}

/** In an object, since null is what cannot be used. */
interface Days {
	readonly days: number | null;
}

/** @param least days within which what is kept may still be used */
function readDays(read: Read, name: string, fallback: string, least: number): number | null {
	const allowed = `a whole number of days from ${least} to 99999, or off to keep everything`;
	const parse: Parse<Days> = (text) => {
		if (text === 'off') return { days: null };
		const days = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
		return days >= least ? { days } : null;
	};
	return read(name, parse, fallback, allowed).days;
}
