/**
 * A text without the signs at its ends. A pattern such as `x+$` would try every run of them again
 * from each of its signs, which takes minutes over a long run inside of a text.
 *
 * @param front, back match one sign, and not the empty text behind the last
 */
export function trimSigns(text: string, front: RegExp | null, back: RegExp): string {
	let start = 0;
	while (front?.test(text.charAt(start))) start += 1;
	let end = text.length;
	while (back.test(text.charAt(end - 1))) end -= 1;
	return text.slice(start, end);
}
