import type { RehearsalClock } from '#lib/server/connect/rehearsal.ts';
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
