import { datesIn } from '#lib/components/dates.ts';

const DAY = { day: 'numeric', month: 'short' } as const;
const DAY_AND_YEAR = { ...DAY, year: 'numeric' } as const;

// Made once: one takes more memory than all the dates of a page.
const here = { day: datesIn(DAY), full: datesIn(DAY_AND_YEAR) };
const utc = {
	day: datesIn({ ...DAY, timeZone: 'UTC' }),
	full: datesIn({ ...DAY_AND_YEAR, timeZone: 'UTC' })
};

/**
 * A day with as little as tells it: its year where that is not the one it is read beside.
 *
 * @param isZoneKnown whether whoever reads it does so here; the server does not know where they are
 */
export function formatShort(at: number, beside: number, isZoneKnown: boolean): string {
	const { day, full } = isZoneKnown ? here : utc;
	return (yearOf(at) === yearOf(beside) ? day : full).format(at);
}

const yearOf = (at: number) => new Date(at).getUTCFullYear();
