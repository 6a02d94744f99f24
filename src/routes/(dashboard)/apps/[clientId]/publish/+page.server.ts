import { requireApplication } from '#lib/server/applications/applications.ts';
import { groupGrants } from '#lib/server/connections.ts';
import { parseRevision } from '#lib/server/configurations/drafts.ts';
import { readForm, textOf } from '#lib/server/http/form.ts';
import {
	latestVersion,
	mergeCurrentIntoDraft,
	publish
} from '#lib/server/configurations/versions.ts';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ params, locals }) => ({
	title: 'Review and publish',
	subtitle: 'What changes for owners, before it does.',
	today: new Date().toISOString().slice(0, 10),
	grants: await groupGrants(locals.context, params.clientId)
});

export const actions: Actions = {
	publish: async ({ request, params: { clientId }, locals }) => {
		await requireApplication(locals.context, clientId);
		const body = await readForm(request, ['basedOn', 'revision', 'reason']);
		if (!body.ok) return fail(body.status, refused(body.message));
		const basedOn = versionNumber(textOf(body.form, 'basedOn'));
		const draftRevision = parseRevision(textOf(body.form, 'revision'));
		const reason = textOf(body.form, 'reason');
		if (draftRevision === null) {
			const message = 'Nothing was published: the form is incomplete. Reload the page.';
			return fail(400, refused(message, false, reason));
		}
		const publishedBy = locals.context.actor.name;
		const outcome = await publish(locals.context, {
			clientId,
			basedOn,
			draftRevision,
			message: reason,
			publishedBy
		});
		if (outcome.kind === 'refused') {
			const aboutReason = outcome.reason.startsWith('reason');
			return fail(400, refused(outcome.message, aboutReason, reason));
		}
		if (outcome.kind === 'stale') return fail(409, { ...outcome, reason });
		// Read back rather than repeated: what is shown is what the database holds.
		return { kind: 'published', current: await latestVersion(locals.context, clientId) } as const;
	},
	/** Takes what was published meanwhile into the draft. */
	merge: async ({ request, params: { clientId }, locals }) => {
		await requireApplication(locals.context, clientId);
		const body = await readForm(request, ['basedOn', 'reason']);
		if (!body.ok) return fail(body.status, refused(body.message));
		await mergeCurrentIntoDraft(
			locals.context,
			clientId,
			versionNumber(textOf(body.form, 'basedOn'))
		);
		return { kind: 'merged', reason: textOf(body.form, 'reason') } as const;
	}
};

function versionNumber(text: string): number | null {
	const number = Number(text || NaN);
	return Number.isSafeInteger(number) ? number : null;
}

/** @param reason what was typed, to be shown again */
function refused(message: string, aboutReason = false, reason = '') {
	return { kind: 'refused', message, aboutReason, reason } as const;
}
