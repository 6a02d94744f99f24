import type { Hint } from '#lib/webhooks/hints.ts';
import * as words from './hint-words.en.ts';

/** A hint in words. */
export interface ShownHint extends Pick<Hint, 'code' | 'isUrgent'> {
	readonly title: string;
	readonly text: string;
	/** Codes of signals that it names; empty for none. */
	readonly codes: string;
	/** How often it happened; empty for once. */
	readonly often: string;
	/** Of the delivery that shows it; null for none. */
	readonly eventId: string | null;
}

/** @param eventIds ids of events as receivers know them, by their numbers */
export function shownHint(
	{ code, isUrgent, count, event, status, codes }: Hint,
	eventIds: ReadonlyMap<number, string>
): ShownHint {
	const { title, text } = words.HINTS[code];
	return {
		...{ code, isUrgent, title },
		text: status === null ? text : `${words.status(status)} ${text}`,
		codes: words.codes(codes),
		often: count > 1 ? words.howMany(count) : '',
		eventId: event === null ? null : (eventIds.get(event.id) ?? null)
	};
}
