import type { PublishRefusal } from '#lib/access/publish.ts';
import { describeReason } from '#lib/access/publish-reason.ts';
import * as words from './words.en.ts';

/** Why nothing was published. */
export function describePublish(refusal: PublishRefusal): string {
	switch (refusal.code) {
		case 'empty':
			return words.nothingAsked;
		case 'unchanged':
			return words.unchanged;
		case 'draft-changed':
			return words.draftChanged;
		case 'reason':
			return describeReason(refusal.data);
	}
}
