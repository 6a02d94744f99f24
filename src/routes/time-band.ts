import { readClock } from '#lib/server/connect/rehearsal.ts';
import type { Context } from '#lib/server/context.ts';
import { bandOf, dayOf } from './band-of.ts';

type Band = NonNullable<App.PageData['band']>;
type Day = NonNullable<App.PageData['day']>;

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
