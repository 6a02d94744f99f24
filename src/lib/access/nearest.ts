/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of
 * neighbours each count one.
 */
function editDistance(a: string, b: string): number {
	let before: number[] = [];
	let above = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const substitution = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			let cost = Math.min(substitution, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
			if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
			}
			row.push(cost);
		}
		before = above;
		above = row;
	}
	return above[b.length] ?? 0;
}

/** Longest input that is compared; anything longer is no typing slip. */
const LONGEST_COMPARED = 120;

/**
 * The known word closest to a mistyped one, for "did you mean".
 *
 * @returns null when nothing is near: more than a third of the word would have to change.
 */
export function nearest(word: string, known: Iterable<string>): string | null {
	return nearestWithin(word, known, Math.floor(Math.max(word.length, 3) / 3));
}

/** The same with a number of changes that is still near. */
export function nearestWithin(word: string, known: Iterable<string>, most: number): string | null {
	if (word.length > LONGEST_COMPARED) return null;
	const wanted = word.toLowerCase();
	let best: string | null = null;
	let bestDistance = most + 1;
	for (const candidate of known) {
		if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
		const distance = editDistance(wanted, candidate.toLowerCase());
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}
