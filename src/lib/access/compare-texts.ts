/** Where two texts part: position counted from one, and the characters; empty past the end. */
export interface Difference {
	readonly position: number;
	readonly here: string;
	readonly there: string;
}

/** @returns null when the texts are equal. */
export function firstDifference(here: string, there: string): Difference | null {
	if (here === there) return null;
	const [a, b] = [[...here], [...there]];
	let index = 0;
	while (a[index] === b[index]) index++;
	return { position: index + 1, here: a[index] ?? '', there: b[index] ?? '' };
}

/** Characters that two texts begin with in common. */
export function sharedStart(a: string, b: string): number {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
}

/** Characters that two texts end with in common. */
export function sharedEnd(a: string, b: string): number {
	let length = 0;
	const least = Math.min(a.length, b.length);
	while (length < least && a.at(-1 - length) === b.at(-1 - length)) length++;
	return length;
}
