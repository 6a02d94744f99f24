import type { OwnerWords } from './en.ts';

/** Puts values in the place of `{name}`; a name without a value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
	if (!text.includes('{')) return text;
	return text.replace(/\{([a-z]+)\}/g, (place, name: string) =>
		Object.hasOwn(values, name) ? (values[name] ?? place) : place
	);
}

/** Fills all words of a page at once. */
export function fillWords(words: OwnerWords, values: Readonly<Record<string, string>>): OwnerWords {
	const filled: Record<string, string> = {};
	for (const [key, text] of Object.entries(words)) filled[key] = fill(text, values);
	return { ...words, ...filled };
}
