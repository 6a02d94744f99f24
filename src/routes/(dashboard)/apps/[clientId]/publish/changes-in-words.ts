import type { AccessDiff } from '#lib/access/diff.ts';
import * as marks from '#lib/components/words.en.ts';
import * as words from './words.en.ts';

/** How many permissions changed in which way, as a sentence or two; empty when none did. */
export function changesInWords(access: AccessDiff, retold: number): string {
	const kinds = [
		{ count: access.added.length, what: marks.isNew },
		{ count: access.nowRequired.length, what: marks.nowRequired },
		{ count: access.nowOptional.length, what: marks.nowOptional },
		{ count: access.removed.length, what: marks.noLongerAsked }
	].filter(({ count }) => count > 0);
	const sentences = [
		kinds.length > 0 && words.countKinds(kinds),
		retold > 0 && words.countRetold(retold)
	];
	return sentences.filter(Boolean).join(' ');
}
