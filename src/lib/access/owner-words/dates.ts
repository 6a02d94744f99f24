import { datesFor, type DateStyle } from './date-styles.ts';
import { languageOf } from './languages.ts';

/** Made once for each language: to make one costs more than a page. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A time as an owner reads it; in UTC, as long as nobody knows their zone. */
export function dateIn(tag: string, style: DateStyle, at: number): string {
	const { code } = languageOf(tag);
	const key = `${code} ${style}`;
	const known = formats.get(key) ?? datesFor(code, style, 'UTC');
	formats.set(key, known);
	return known.format(at);
}
