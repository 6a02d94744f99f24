import { languageOf } from '#lib/access/owner-words/languages.ts';
import { countIn, portalWords } from '#lib/access/owner-words/portal/words.ts';

const MOST_NAMED = 5;

/** Vehicles in a sentence: by their names, or how many where they are too many for that. */
export function namesOf(language: string, names: readonly string[]): string {
	return names.length > MOST_NAMED
		? countIn(language, portalWords(language).vehicles, names.length)
		: languageOf(language).list.format(names);
}
