import { readClock, type RehearsalClock } from '#lib/server/connect/rehearsal.ts';
import type { Context } from '#lib/server/context.ts';
import { formatAhead, formatRehearsal } from './rehearsal-time.ts';
import * as words from './words.en.ts';

type Band = NonNullable<App.PageData['band']>;

/** What stands on top of a page while the rehearsal's time is not the machine's, else null. */
export function bandOf({ now, offsetMs, frozen }: RehearsalClock): Band | null {
	if (Math.abs(offsetMs) < 1000 && !frozen) return null;
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

/**
 * Of now. A page that needs the storage says best why that cannot be read; this line is no reason to.
 * It stands in no load of the outermost layout: where that cannot be fetched, the framework leaves
 * the page, with what was not saved in it.
 */
export async function readBand(context: Context): Promise<Band | null> {
	const clock = await readClock(context).catch(() => null);
	return clock && bandOf(clock);
}
