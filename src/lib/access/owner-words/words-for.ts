import type { OwnerWords } from './en.ts';
import { fillWords } from './fill.ts';
import { languageOf } from './languages.ts';

/** Applications whose words are kept; then all of them are filled again. */
const MOST_KEPT = 100;

const kept = new Map<string, OwnerWords>();

/** All words of the owner's pages with the name of the application in them. */
export function wordsFor(language: string, app: string): OwnerWords {
	const { code, words } = languageOf(language);
	const key = `${code} ${app}`;
	const known = kept.get(key);
	if (known) return known;
	if (kept.size >= MOST_KEPT) kept.clear();
	const filled = fillWords(words, { app });
	kept.set(key, filled);
	return filled;
}
