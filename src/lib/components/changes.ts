import type { Verdict } from '#lib/access/diff.ts';

/** The four kinds of change: meaning never by colour alone, so each has a sign and a word. */
export const CHANGE_KINDS = [
	{ kind: 'added', sign: '+', word: 'added' },
	{ kind: 'removed', sign: '−', word: 'removed' },
	{ kind: 'nowRequired', sign: '!', word: 'now required' },
	{ kind: 'nowOptional', sign: '○', word: 'now optional' }
] as const;

/** A verdict as one word for a badge, and as a sentence. */
export const VERDICT_WORDS: Readonly<Record<Verdict, { word: string; sentence: string }>> = {
	none: { word: 'asks the same', sentence: 'Owners are asked for the same as before.' },
	narrows: { word: 'asks less', sentence: 'Owners are asked for less.' },
	widens: { word: 'asks more', sentence: 'Owners are asked for more.' },
	both: {
		word: 'asks more and less',
		sentence: 'Owners are asked for more of some things and less of others.'
	}
};
