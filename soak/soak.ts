/** What a soak found out. */
export interface SoakOutcome {
	/** What was done, in numbers: `500 kills`, `12,345 acknowledged`. */
	readonly figures: readonly string[];
	/** What went wrong, a sentence each. */
	readonly faults: readonly string[];
}

/** A test of minutes: what `npm test` has in a short form, at full length. */
export interface Soak {
	readonly name: string;
	readonly run: () => Promise<SoakOutcome>;
}

/** `count(3, 'kill')` is `3 kills`. */
export function count(number: number, noun: string): string {
	return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
