/** How owners read times: written out, never as numbers alone. */
const DATE_STYLES = {
	/** `3 January 2027` */
	day: { dateStyle: 'long' },
	/** `14:02 UTC` */
	time: { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
	/** Both. */
	moment: {
		...{ day: 'numeric', month: 'long', year: 'numeric' },
		...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }
	}
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

export type DateStyle = keyof typeof DATE_STYLES;

export const isDateStyle = (text: string): text is DateStyle => Object.hasOwn(DATE_STYLES, text);

/**
 * Writes times in a language that owners read.
 *
 * @param timeZone the one of who reads, where it is left out
 */
export function datesFor(
	language: string,
	style: DateStyle,
	timeZone?: string
): Intl.DateTimeFormat {
	// Days before months, as the texts are written.
	const locale = language === 'en' ? 'en-GB' : language;
	return new Intl.DateTimeFormat(locale, { ...DATE_STYLES[style], timeZone });
}
