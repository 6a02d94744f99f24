/** How English writes counts, lists and numbers. */
const TAG = 'en-GB';

/** Made once, since that costs more than a whole page, and not before something is written with it. */
function made<T>(make: () => T): () => T {
	let writer: T | undefined;
	return () => (writer ??= make());
}

const rules = /* @__PURE__ */ made(() => new Intl.PluralRules(TAG));
const numbers = /* @__PURE__ */ made(() => new Intl.NumberFormat(TAG));
const sentence = /* @__PURE__ */ made(() => new Intl.ListFormat(TAG));
const row = /* @__PURE__ */ made(() => new Intl.ListFormat(TAG, { type: 'unit', style: 'short' }));

/** A word by what is counted, in the categories of the language. */
interface Forms {
	readonly one: string;
	readonly other: string;
}

/** @example plural(2, { one: 'stops', other: 'stop' }) // 'stop' */
export function plural(count: number, { one, other }: Forms): string {
	return rules().select(count) === 'one' ? one : other;
}

/** @example counted(1200, { one: 'set', other: 'sets' }) // '1,200 sets' */
export function counted(count: number, forms: Forms): string {
	return `${formatNumber(count)} ${plural(count, forms)}`;
}

export function formatNumber(count: number): string {
	return numbers().format(count);
}

/** @example formatList(['a', 'b', 'c']) // 'a, b and c' */
export function formatList(parts: Iterable<string>): string {
	return sentence().format(parts);
}

/** What stands side by side and is no sentence. @example formatRow(['a', 'b']) // 'a, b' */
export function formatRow(parts: Iterable<string>): string {
	return row().format(parts);
}
