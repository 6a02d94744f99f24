import { z } from 'zod';
import type { Problem } from './configuration.ts';
import { PERMISSION_NAMES, type PermissionName } from './permission.ts';
import { checkPurpose, describePurpose, normalizePurpose } from './purpose-text.ts';
import { MAX_PURPOSE_LENGTH, type Purposes } from './purposes.ts';

/** Purposes as they come from outside: a file, a form, a request. */
export const PurposesInput = z.partialRecord(
	z.enum(PERMISSION_NAMES),
	// Told to editors alone: here white space around a purpose does not count.
	z.string().meta({ maxLength: MAX_PURPOSE_LENGTH })
);

export type PurposesResult =
	| { readonly ok: true; readonly purposes: Purposes }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** Takes each purpose in the form it is kept in; an empty one is none. */
export function readPurposes(given: z.infer<typeof PurposesInput>, root = ''): PurposesResult {
	const problems: Problem[] = [];
	const purposes: Partial<Record<PermissionName, string>> = {};
	for (const name of PERMISSION_NAMES) {
		const purpose = normalizePurpose(given[name] ?? '');
		const fault = checkPurpose(purpose);
		if (fault) problems.push({ path: `${root}${name}`, message: describePurpose(fault) });
		else if (purpose !== '') purposes[name] = purpose;
	}
	return problems.length > 0 ? { ok: false, problems } : { ok: true, purposes };
}
