import { draw } from '../draw.ts';
import type { Point } from '../places.ts';
import { DAY, HOUR } from '../spans.ts';

const YEAR = 365.2425 * DAY;
/** The coldest day in the north, counted from New Year. */
const COLDEST = 18 * DAY;

/** Degrees outside: by season and latitude, hour of the day, and the weather of the day. */
export function outsideCelsius({ latitude, longitude }: Point, seed: number, time: number): number {
	const away = Math.abs(latitude);
	const season = Math.cos(((time - COLDEST) / YEAR) * 2 * Math.PI) * (latitude < 0 ? 1 : -1);
	const mean = 29 - away * 0.42;
	const swing = Math.min(away * 0.22, 12);
	const local = time + (longitude / 15) * HOUR;
	const hour = Math.cos(((local % DAY) / DAY - 15 / 24) * 2 * Math.PI);
	return mean + season * swing + hour * 3.5 + weatherOf(seed, time);
}

/** Warmer and colder days, one leading into the next. */
function weatherOf(seed: number, time: number): number {
	const day = Math.floor(time / DAY);
	const share = time / DAY - day;
	const eased = (1 - Math.cos(share * Math.PI)) / 2;
	const [today, tomorrow] = [draw(seed, 'weather', day), draw(seed, 'weather', day + 1)];
	return ((today ?? 0) * (1 - eased) + (tomorrow ?? 0) * eased - 0.5) * 9;
}
