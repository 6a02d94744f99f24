/** The month that was asked for last, from its first millisecond until the next one begins. */
let last = { from: 0, until: 0, name: '' };

/** The month of a time, in UTC: `YYYY-MM`. */
export function monthOf(time: number): string {
	if (time < last.from || time >= last.until) last = spanOf(new Date(time));
	return last.name;
}

function spanOf(date: Date) {
	const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
	const [from, until] = [Date.UTC(year, month), Date.UTC(year, month + 1)];
	return { from, until, name: date.toISOString().slice(0, 7) };
}
