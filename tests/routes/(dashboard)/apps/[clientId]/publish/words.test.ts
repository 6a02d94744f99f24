import type { PublishRefusal } from '#lib/access/publish.ts';
import { describe, expect, it } from 'vitest';
import { describePublish } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/publish/words.ts';

describe('why nothing was published', () => {
	it.each<[PublishRefusal, string]>([
		[
			{ code: 'empty' },
			'Nothing was published: the selection asks for no permission, and an owner must have at least one to grant. Select an item first.'
		],
		[{ code: 'unchanged' }, 'Nothing was published: the draft is the same as the current version.'],
		[
			{ code: 'draft-changed' },
			'Nothing was published: the draft changed after you opened this review. Look at the changes again.'
		],
		[
			{ code: 'reason', field: 'reason', data: { code: 'reason-missing' } },
			'Say why more is asked of owners; the reason is kept with the version.'
		]
	])('%j', (refusal, words) => {
		expect(describePublish(refusal)).toBe(words);
	});
});
