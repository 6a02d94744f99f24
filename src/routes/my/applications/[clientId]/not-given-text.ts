import { dateIn } from '#lib/access/owner-words/dates.ts';
import { fill } from '#lib/access/owner-words/fill.ts';
import { portalWords } from '#lib/access/owner-words/portal/words.ts';
import type { NotGiven } from '#lib/owners/past.ts';

/**
 * How it came that a permission is not given, as an owner reads it.
 *
 * @param past null where that is not known
 */
export function notGivenText(language: string, past: NotGiven | null): string {
	const words = portalWords(language);
	if (past === null) return words.neverGiven;
	const time = dateIn(language, 'day', past.at);
	if (past.how === 'left-out') return fill(words.leftOutOn, { time });
	return fill(past.by === 'you' ? words.youTookBack : words.anotherTookBack, { time });
}
