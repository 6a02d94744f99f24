import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { isPermissionName } from '#lib/access/permission.ts';
import { UNUSED_DAYS } from '#lib/connect/unused-grants.ts';
import { groupGrants } from '#lib/server/connect/grant-groups.ts';
import { unusedPermissions } from '#lib/server/fleet/calls/unused-permissions.ts';
import { text, wholeNumber } from '#lib/server/http/fields.ts';
import { refuseGoneApplication } from '#lib/server/http/gone-application.ts';
import { saveOptional } from '#lib/server/configurations/drafts.ts';
import {
	latestVersion,
	mergeCurrentIntoDraft,
	publish
} from '#lib/server/configurations/versions.ts';
import { dayOf } from '#lib/server/machine-time.ts';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { applicationForm } from '../application-form.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { describePublish } from './words.ts';
import * as words from './words.en.ts';

export const load: PageServerLoad = async ({ params: { clientId }, parent, locals }) => {
	const { context } = locals;
	const unusedNow = async () => {
		const { published } = await parent();
		const names = published?.access.map(({ name }) => name) ?? [];
		return unusedPermissions(context, clientId, names);
	};
	const [grants, permissions] = await Promise.all([groupGrants(context, clientId), unusedNow()]);
	return {
		title: words.reviewAndPublish,
		today: dayOf(context.machineNow),
		origin: context.settings.origin,
		grants,
		unused: { days: UNUSED_DAYS, permissions }
	};
};

export const actions: Actions = {
	publish: applicationForm(
		z.object({ basedOn: wholeNumber, revision: wholeNumber, reason: text }),
		async ({ basedOn, revision: draftRevision, reason }, { context, clientId }) => {
			if (draftRevision === null) {
				const message = words.formIncomplete;
				return fail(400, refused(message, false, reason));
			}
			const request = { clientId, basedOn, draftRevision, message: reason };
			const outcome = await publish(context, request);
			if (outcome.ok) {
				// Read back rather than repeated: what is shown is what the database holds.
				return { kind: 'published', current: await latestVersion(context, clientId) } as const;
			}
			if (outcome.kind === 'gone') return refuseGoneApplication();
			if (outcome.kind === 'stale')
				return fail(409, { kind: outcome.kind, ...outcome.now, reason });
			return fail(400, refused(describePublish(outcome), outcome.code === 'reason', reason));
		},
		({ message }) => refused(message)
	),
	/** A button in the form of `publish`: lets owners refuse a permission, and the review goes on. */
	makeOptional: applicationForm(
		z.object({ basedOn: wholeNumber, revision: wholeNumber, reason: text, permission: text }),
		async ({ permission: name, reason }, { context, clientId }) => {
			if (!isPermissionName(name)) return fail(400, refused(words.notAPermission, false, reason));
			const saved = await saveOptional(context, { clientId, name });
			if (!saved) return refuseGoneApplication();
			const label = officialCatalog.permission(name).ownerLabel;
			// Another window may have taken out what the review still shows.
			const isAsked = derive(saved.selection, officialCatalog).some((asked) => asked.name === name);
			if (!isAsked) return fail(409, refused(words.takenOutElsewhere(label), false, reason));
			return { kind: 'optional', label, reason } as const;
		},
		({ message }) => refused(message)
	),
	/** Takes what was published meanwhile into the draft. */
	merge: applicationForm(
		z.object({ basedOn: wholeNumber, reason: text }),
		async ({ basedOn, reason }, { context, clientId }) => {
			const merged = await mergeCurrentIntoDraft(context, clientId, basedOn);
			return merged.ok ? ({ kind: 'merged', reason } as const) : refuseGoneApplication();
		},
		({ message }) => refused(message)
	)
};

/** @param reason what was typed, to be shown again */
function refused(message: string, aboutReason = false, reason = '') {
	return { kind: 'refused', message, aboutReason, reason } as const;
}
