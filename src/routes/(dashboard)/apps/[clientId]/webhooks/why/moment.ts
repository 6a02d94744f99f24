import { formatRehearsal } from '../../../../../rehearsal-time.ts';
import * as words from './words.en.ts';

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?`;
const OF_TODAY = new RegExp(`^${TIME}$`);
const ISO = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})[t ]${TIME}z?$`);
const AS_SHOWN = new RegExp(String.raw`^(\d{1,2}) ([a-z]{3})[a-z]*\.? (\d{4})[, ] ?${TIME}$`);

/**
 * A time as somebody writes it, in UTC: as pages show it (`27 Nov 2026, 13:40:12`), as the API tells
 * it (`2026-11-27T13:40:12.000Z`), or of today (`13:40`).
 *
 * @param now of the rehearsal, in milliseconds
 * @returns milliseconds; null where it is none
 */
export function readMoment(text: string, now: number): number | null {
	const written = text.trim().replaceAll(/\s+/g, ' ').toLowerCase().replace(/ utc$/, '');
	const [, ...time] = OF_TODAY.exec(written) ?? [];
	if (time.length > 0) return at(new Date(now).toISOString().slice(0, 10).split('-'), time);
	const [, ...iso] = ISO.exec(written) ?? [];
	if (iso.length > 0) return at(iso.slice(0, 3), iso.slice(3));
	const [, day = '', month = '', year = '', ...clock] = AS_SHOWN.exec(written) ?? [];
	const number = words.MONTHS.indexOf(month) + 1;
	return number === 0 ? null : at([year, String(number), day], clock);
}

function at(
	[year = '', month = '', day = '']: readonly string[],
	[hours, minutes, seconds]: readonly (string | undefined)[]
): number | null {
	const two = (digits: string | undefined) => (digits ?? '').padStart(2, '0');
	const iso = `${year}-${two(month)}-${two(day)}T${two(hours)}:${two(minutes)}:${two(seconds)}.000Z`;
	const found = Date.parse(iso);
	// 31 February would be read as a day in March.
	return Number.isNaN(found) || new Date(found).toISOString() !== iso ? null : found;
}

/** A time as pages show it, to the second. */
export function writeMoment(moment: number): string {
	const { date, seconds } = formatRehearsal(moment);
	return `${date}, ${seconds}`;
}
