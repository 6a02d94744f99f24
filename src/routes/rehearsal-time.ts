import * as words from './words.en.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const times = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' });
const seconds = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'UTC' });
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A time of the rehearsal, in UTC as the API tells it: what a page shows is found again there. */
export function formatRehearsal(at: number): {
	readonly date: string;
	readonly time: string;
	/** Without saying that it is UTC. */
	readonly clock: string;
	readonly seconds: string;
	/** Day and time, without the year. */
	readonly short: string;
} {
	const clock = times.format(at);
	return {
		date: dates.format(at),
		time: words.utc(clock),
		clock,
		seconds: seconds.format(at),
		short: `${days.format(at)}, ${clock}`
	};
}

/** A span in its largest unit of which there are at least two. */
export function formatSpan(span: number): string {
	if (span >= 2 * DAY) return words.days(Math.floor(span / DAY));
	if (span >= 2 * HOUR) return words.hours(Math.floor(span / HOUR));
	if (span >= 2 * MINUTE) return words.minutes(Math.floor(span / MINUTE));
	return words.seconds(Math.floor(span / 1000));
}

/** How far the rehearsal is from the machine; null where that is less than a second. */
export function formatAhead(offsetMs: number): string | null {
	if (Math.abs(offsetMs) < 1000) return null;
	const span = formatSpan(Math.abs(offsetMs));
	return offsetMs > 0 ? words.ahead(span) : words.behind(span);
}
