import { formatAhead, formatRehearsal } from './rehearsal-time.ts';
import * as words from './words.en.ts';

type Band = NonNullable<App.PageData['band']>;
type Day = NonNullable<App.PageData['day']>;
type Clock = NonNullable<App.Error['clock']>;

const DAY = 24 * 60 * 60 * 1000;

/** What stands on top of a page while the rehearsal's time is not the machine's, else null. */
export function bandOf(clock: Clock): Band | null {
	if (!differs(clock)) return null;
	const { now, offsetMs, frozen } = clock;
	const { date, time } = formatRehearsal(now);
	return {
		now,
		aheadMs: offsetMs,
		frozen,
		title: words.sandboxTime(date),
		rest: [time, frozen ? words.standsStill : null, formatAhead(offsetMs)]
			.map((part) => (part === null ? '' : `, ${part}`))
			.join('')
	};
}

/** What of it an owner is told. */
export function dayOf(clock: Clock): Day | null {
	if (!differs(clock)) return null;
	return { at: Math.floor(clock.now / DAY) * DAY, frozen: clock.frozen };
}

function differs({ offsetMs, frozen }: Clock): boolean {
	return Math.abs(offsetMs) >= 1000 || frozen;
}
