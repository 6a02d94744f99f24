import { readClock } from '#lib/server/connect/rehearsal.ts';
import type { LayoutServerLoad } from './$types.js';
import { bandOf } from './time-band.ts';

/** Asked again for each page, since a script may have moved the clock. */
export const load: LayoutServerLoad = async ({ locals, url }) => {
	void url.pathname;
	// A page that needs the storage says best why it cannot be read; this one line is no reason to.
	const clock = await readClock(locals.context).catch(() => null);
	return { band: clock && bandOf(clock) };
};
