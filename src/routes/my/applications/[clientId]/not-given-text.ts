import { portalWords } from '#lib/access/owner-words/portal/words.ts';
import type { NotGiven } from '#lib/owners/past.ts';

/**
 * How it came that a permission is not given, as an owner reads it; `{time}` stands for when.
 *
 * @param past null where that is not known
 */
export function notGivenText(language: string, past: NotGiven | null): string {
	const words = portalWords(language);
	if (past === null) return words.neverGiven;
	if (past.how === 'left-out') return words.leftOutOn;
	return past.by === 'you' ? words.youTookBack : words.anotherTookBack;
}
