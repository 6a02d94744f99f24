/** The month of a time, in UTC: `YYYY-MM`. */
export function monthOf(time: number): string {
	return new Date(time).toISOString().slice(0, 7);
}
