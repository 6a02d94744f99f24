import { z } from 'zod';

export const MAX_NAME_LENGTH = 80;

/** Control characters, and those that turn the direction of text or have no width. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/** Name of an application as its owner will read it on the consent screen. */
export const ApplicationName = visibleName(
	'Give the application a name.',
	'Give the application a name; vehicle owners will read it.'
);

/** A name that can be read as it is written; the sentences answer a missing and an empty one. */
export function visibleName(missing: string, empty = missing) {
	return z
		.string(missing)
		.transform((text) => text.normalize('NFC').trim())
		.pipe(
			z
				.string()
				.min(1, empty)
				.max(MAX_NAME_LENGTH, `A name has at most ${MAX_NAME_LENGTH} characters.`)
				.refine(
					(text) => !UNSEEN.test(text),
					'The name holds an invisible character; type it anew.'
				)
		);
}
