/** Writes dates as the words around them are written. */
export function datesIn(form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat('en-GB', form);
}

/**
 * Hours and minutes, in the zone of whoever reads it. By hand, as `Intl` writes them: every page of
 * an application says one at once, and the first use of `Intl` takes longer than all its other words.
 */
export function formatClock(at: number): string {
	const date = new Date(at);
	return [date.getHours(), date.getMinutes()]
		.map((figure) => String(figure).padStart(2, '0'))
		.join(':');
}

/** A day that is the same everywhere, such as that of an announcement. */
export function formatDay(day: string): string {
	return datesIn({ dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
