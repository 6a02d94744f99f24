import { UNPRINTABLE } from '../access/characters.ts';

const UNSEEN = new RegExp(UNPRINTABLE, 'gu');

/**
 * The name that somebody signs in to an account with, as it is kept: without what cannot be seen, which
 * would make two accounts look like one, or turn what is shown beside it.
 */
export function readUsername(text: string): string {
	return text.normalize('NFC').replace(UNSEEN, '').trim();
}
