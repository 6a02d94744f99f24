/**
 * The beginning of a text, which holds nothing of the rest.
 *
 * @param most bytes of UTF-8 that it has
 */
export function beginningOf(text: string, most: number): string {
	// No character has less than a byte. Where the end is in the middle of one, the rest goes as well.
	const begun = Buffer.from(text.slice(0, most)).subarray(0, most).toString('utf8');
	return begun.replace(/\uFFFD$/, '');
}
