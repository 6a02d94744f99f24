import { languageOf } from './languages.ts';

/** Written out, never as numbers alone; in UTC, as the rehearsal tells time. */
const STYLES = {
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

/** Made once for each language: to make one costs more than a page. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Days before months, as the texts are written. */
const localeOf = (code: string) => (code === 'en' ? 'en-GB' : code);

/** A time as an owner reads it. */
export function dateIn(tag: string, style: keyof typeof STYLES, at: number): string {
	const { code } = languageOf(tag);
	const key = `${code} ${style}`;
	const known =
		formats.get(key) ??
		new Intl.DateTimeFormat(localeOf(code), { ...STYLES[style], timeZone: 'UTC' });
	formats.set(key, known);
	return known.format(at);
}
