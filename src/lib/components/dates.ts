/** Writes dates as the words around them are written. */
export function datesIn(form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat('en-GB', form);
}

/** Hours and minutes, in the zone of whoever reads it. */
export function formatClock(at: number): string {
	return datesIn({ timeStyle: 'short' }).format(at);
}

/** A day that is the same everywhere, such as that of an announcement. */
export function formatDay(day: string): string {
	return datesIn({ dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
