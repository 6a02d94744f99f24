/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of
 * neighbours each count one.
 */
function editDistance(a: string, b: string): number {
	let before: number[] = [];
	let above = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 0; i < a.length; i++) {
		const row = [i + 1];
		for (let j = 0; j < b.length; j++) {
			const swapped = a[i] === b[j - 1] && a[i - 1] === b[j];
			row.push(
				Math.min(
					cell(above, j) + (a[i] === b[j] ? 0 : 1),
					cell(above, j + 1) + 1,
					cell(row, j) + 1,
					swapped ? cell(before, j - 1) + 1 : Infinity
				)
			);
		}
		before = above;
		above = row;
	}
	return cell(above, b.length);
}

function cell(row: readonly number[], at: number): number {
	return row[at] ?? Infinity;
}

/** Longest input that is compared; anything longer is no typing slip. */
const LONGEST_COMPARED = 120;

/**
 * The known word closest to a mistyped one, for "did you mean".
 *
 * @returns null when nothing is near: more than a third of the word would have to change.
 */
export function nearest(word: string, known: Iterable<string>): string | null {
	return nearestWithin(word, known, Math.max(1, Math.floor(word.length / 3)));
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
