import { z } from 'zod';
import type { Problem } from './configuration.ts';
import { PERMISSION_NAMES, type PermissionName } from './permission.ts';
import { normalizePurpose, readTold } from './purpose-text.ts';
import { MAX_PURPOSE_LENGTH, purposeOf, toldOf, type Purpose, type Purposes } from './purposes.ts';

// Told to editors alone: here white space around a sentence does not count.
const Sentence = z.string().meta({ maxLength: MAX_PURPOSE_LENGTH });

/** Purposes as they come from outside: a file, a form, a request. */
export const PurposesInput = z.partialRecord(
	z.enum(PERMISSION_NAMES),
	z.union(
		[
			Sentence,
			z.strictObject({
				purpose: Sentence.default('').describe('What it is for'),
				without: Sentence.default('').describe('What stops without it')
			})
		],
		{ error: 'Write a text, or an object with “purpose” and “without”' }
	)
);

export type PurposesResult =
	| { readonly ok: true; readonly purposes: Purposes }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** Takes each purpose in the form it is kept in; an empty one is none. */
export function readPurposes(given: z.infer<typeof PurposesInput>, root = ''): PurposesResult {
	const problems: Problem[] = [];
	const purposes: Partial<Record<PermissionName, Purpose>> = {};
	for (const name of PERMISSION_NAMES) {
		const read = readTold(toldOf(given[name]), normalizePurpose);
		if (!read.ok) {
			const path = typeof given[name] === 'string' ? name : `${name}.${read.field}`;
			problems.push({ path: `${root}${path}`, message: read.message });
			continue;
		}
		const purpose = purposeOf(read.told);
		if (purpose !== '') purposes[name] = purpose;
	}
	return problems.length > 0 ? { ok: false, problems } : { ok: true, purposes };
}
