/**
 * How English writes counts, lists and numbers. What is short is written by hand, as `Intl` writes
 * it: the first of its writers takes a browser longer than all the rest of a page's words.
 */
const TAG = 'en-GB';

/** From here on figures are grouped. */
const GROUPED = 1000;

/** Made once, since that costs more than a whole page, and not before something is written with it. */
function made<T>(make: () => T): () => T {
	let writer: T | undefined;
	return () => (writer ??= make());
}

const numbers = /* @__PURE__ */ made(() => new Intl.NumberFormat(TAG));
const sentence = /* @__PURE__ */ made(() => new Intl.ListFormat(TAG));

/** A word by what is counted, in the categories of the language. */
interface Forms {
	readonly one: string;
	readonly other: string;
}

/** @example plural(2, { one: 'stops', other: 'stop' }) // 'stop' */
export function plural(count: number, { one, other }: Forms): string {
	return Math.abs(count) === 1 ? one : other;
}

/** @example counted(1200, { one: 'set', other: 'sets' }) // '1,200 sets' */
export function counted(count: number, forms: Forms): string {
	return `${formatNumber(count)} ${plural(count, forms)}`;
}

export function formatNumber(count: number): string {
	const isShort = Number.isInteger(count) && Math.abs(count) < GROUPED && !Object.is(count, -0);
	return isShort ? String(count) : numbers().format(count);
}

/** @example formatList(['a', 'b', 'c']) // 'a, b and c' */
export function formatList(parts: Iterable<string>): string {
	return sentence().format(parts);
}

/** What stands side by side and is no sentence. @example formatRow(['a', 'b']) // 'a, b' */
export function formatRow(parts: Iterable<string>): string {
	return [...parts].join(', ');
}
