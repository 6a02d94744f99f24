import { readClock, type RehearsalClock } from '#lib/server/connect/rehearsal.ts';
import type { Context } from '#lib/server/context.ts';
import { formatAhead, formatRehearsal } from './rehearsal-time.ts';
import * as words from './words.en.ts';

type Band = NonNullable<App.PageData['band']>;
type Day = NonNullable<App.PageData['day']>;

const DAY = 24 * 60 * 60 * 1000;

/** What stands on top of a page while the rehearsal's time is not the machine's, else null. */
export function bandOf(clock: RehearsalClock): Band | null {
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
export function dayOf(clock: RehearsalClock): Day | null {
	if (!differs(clock)) return null;
	return { at: Math.floor(clock.now / DAY) * DAY, frozen: clock.frozen };
}

function differs({ offsetMs, frozen }: RehearsalClock): boolean {
	return Math.abs(offsetMs) >= 1000 || frozen;
}

/**
 * Of now. A page that needs the storage says best why that cannot be read; this line is no reason to.
 * It stands in no load of the outermost layout: where that cannot be fetched, the framework leaves
 * the page, with what was not saved in it.
 */
export async function readBand(context: Context): Promise<Band | null> {
	const clock = await readClock(context).catch(() => null);
	return clock && bandOf(clock);
}

/** The same for an owner. */
export async function readDay(context: Context): Promise<Day | null> {
	const clock = await readClock(context).catch(() => null);
	return clock && dayOf(clock);
}
