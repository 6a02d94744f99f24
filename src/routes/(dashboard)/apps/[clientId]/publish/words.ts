import type { PublishRefusal } from '#lib/access/publish.ts';
import { describeReason } from '#lib/access/publish-reason.ts';

/** Why nothing was published. */
export function describePublish(refusal: PublishRefusal): string {
	switch (refusal.code) {
		case 'empty':
			return 'Nothing was published: the selection asks for no permission, and an owner must have at least one to grant. Select an item first.';
		case 'unchanged':
			return 'Nothing was published: the draft is the same as the current version.';
		case 'draft-changed':
			return 'Nothing was published: the draft changed after you opened this review. Look at the changes again.';
		case 'reason':
			return describeReason(refusal.data);
	}
}
