import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { z } from 'zod';

const Code = z.string().describe('Code of an item of the catalog');
const Permissions = z.array(z.enum(PERMISSION_NAMES));

/** What an application used, beside its draft. */
export const RecordingAnswer = z.strictObject({
	clientId: z.string(),
	since: z.iso.datetime().describe('When the recording began, by the machine'),
	selection: z
		.array(z.strictObject({ code: Code, required: z.boolean() }))
		.describe('The smallest that covers what is used, as the items of a vehicle-access.json'),
	scope: z.string().describe('What it asks owners for'),
	draftScope: z.string().describe('What the draft asks owners for'),
	needed: z
		.array(
			z.strictObject({
				code: Code,
				uses: z.array(Code).describe('What is used, which the item is or stands for'),
				calls: z.int().nonnegative(),
				refused: z
					.int()
					.nonnegative()
					.describe('How many of them were refused for want of a permission'),
				listed: z
					.int()
					.nonnegative()
					.describe('How many of them asked for all signals, and were told this one'),
				inDraft: z.boolean(),
				permissions: Permissions
			})
		)
		.describe('Each item of the selection'),
	usedNotAsked: z
		.array(z.strictObject({ code: Code, permissions: Permissions }))
		.describe('Items of the selection, with the permissions that the draft does not ask for'),
	neverUsed: z
		.array(z.strictObject({ code: Code, permissions: Permissions }))
		.describe('Items of the draft, with the permissions that nothing else needs')
});

/** Answer once the recording began anew. */
export const AnewAnswer = z.strictObject({
	clientId: z.string(),
	since: z.iso.datetime()
});
