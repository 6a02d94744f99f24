import { findUnprintable } from '#lib/access/characters.ts';
import { z } from 'zod';

const MAX_NAME_LENGTH = 80;

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
				.superRefine((text, context) => {
					const hidden = findUnprintable(text);
					if (hidden === null) return;
					context.addIssue(`The name holds the invisible character ${hidden}; remove it.`);
				})
		);
}
