import { datesIn } from './dates.ts';
import * as words from './words.en.ts';

/** Milliseconds for which a time is told as an age: 30 days. */
export const TOLD_AS_AGE = 30 * 86_400_000;

const STEPS = [
	{ unit: 'minute', length: 60_000, upTo: 3_600_000 },
	{ unit: 'hour', length: 3_600_000, upTo: 86_400_000 },
	{ unit: 'day', length: 86_400_000, upTo: TOLD_AS_AGE }
] as const;

// Made once: one takes more memory than the page with the times, of which a list has dozens.
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const MOMENT = { dateStyle: 'medium', timeStyle: 'short' } as const;
const moment = datesIn(MOMENT);
const momentInUtc = datesIn({ ...MOMENT, timeZone: 'UTC' });

/** Date and time, in the zone of whoever reads it; on the server, which does not know that, in UTC. */
export function formatMoment(at: number, isZoneKnown: boolean): string {
	return isZoneKnown ? moment.format(at) : `${momentInUtc.format(at)} UTC`;
}

/**
 * How long ago something was, in words; the date once it is more than 30 days past.
 * Both times in milliseconds since 1970.
 */
export function formatAgo(at: number, now: number): string {
	const age = now - at;
	if (age < 60_000) return words.justNow;
	const step = STEPS.find(({ upTo }) => age < upTo);
	if (step) return relative.format(-Math.floor(age / step.length), step.unit);
	return datesIn({ dateStyle: 'medium' }).format(at);
}
