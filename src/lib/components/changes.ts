import type { Verdict } from '#lib/access/diff.ts';
import * as words from './words.en.ts';

/** The four kinds of change: meaning never by colour alone, so each has a sign and a word. */
export const CHANGE_KINDS = [
	{ kind: 'added', sign: '+', word: words.added },
	{ kind: 'removed', sign: '−', word: words.removed },
	{ kind: 'nowRequired', sign: '!', word: words.nowRequired },
	{ kind: 'nowOptional', sign: '○', word: words.nowOptional }
] as const;

/** A verdict as one word for a badge, and as a sentence. */
export const VERDICT_WORDS: Readonly<Record<Verdict, { word: string; sentence: string }>> = {
	none: { word: words.asksTheSame, sentence: words.asksTheSameText },
	narrows: { word: words.asksLess, sentence: words.asksLessText },
	widens: { word: words.asksMore, sentence: words.asksMoreText },
	both: {
		word: words.asksMoreAndLess,
		sentence: words.asksMoreAndLessText
	}
};
