import { REQUIRED_PREFIX } from '#lib/access/scope-format.ts';
import { normalizeSelection, type SelectedItem, type Selection } from '#lib/access/selection.ts';

/** What a box stands for, as its value: codes, with `required:` in front of each where they are. */
export function formatTaken(codes: readonly string[], required: boolean): string {
	return codes.map((code) => (required ? REQUIRED_PREFIX : '') + code).join(' ');
}

/** The items of the boxes that were ticked. */
export function readTaken(values: readonly string[]): Selection {
	return normalizeSelection(
		values.flatMap((value) => value.split(' ').filter(Boolean)).map(readOne)
	);
}

function readOne(word: string): SelectedItem {
	const required = word.startsWith(REQUIRED_PREFIX);
	return { code: required ? word.slice(REQUIRED_PREFIX.length) : word, required };
}
