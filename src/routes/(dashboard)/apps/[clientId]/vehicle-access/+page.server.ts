import { resolve } from '$app/paths';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { parseSelection } from '#lib/access/configuration.ts';
import { derive } from '#lib/access/derive.ts';
import { lint } from '#lib/access/lint.ts';
import type { Selection } from '#lib/access/selection.ts';
import { parseRevision, readDraft, saveDraft } from '#lib/server/configurations/drafts.ts';
import { readForm, textOf } from '#lib/server/http/form.ts';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types.js';

/** The date decides which notes apply; it is fixed here so that server and browser agree. */
export const load: PageServerLoad = async ({ parent }) => {
	const { draft } = await parent();
	const today = new Date().toISOString().slice(0, 10);
	const access = derive(draft.selection, officialCatalog);
	const notes = lint({ selection: draft.selection, access, catalog: officialCatalog, today });
	return { today, notes };
};

export const actions: Actions = {
	/** The page as a plain form: `item`, `required` and `toggle` hold codes. */
	save: async ({ request, params, url, locals }) => {
		const body = await readForm(request, ['item', 'required', 'toggle', 'revision']);
		if (!body.ok) return refuse(body.status, body.message);
		const { form } = body;
		const codes = [...new Set(form.getAll('item').map(String))];
		const required = new Set(form.getAll('required').map(String));
		const toggled = form.get('toggle');
		if (typeof toggled === 'string' && !required.delete(toggled)) required.add(toggled);

		const parsed = parseSelection(codes.map((code) => ({ code, required: required.has(code) })));
		if (!parsed.ok) return refuse(400, parsed.problems[0]?.message ?? 'Not saved.');

		const baseRevision = parseRevision(textOf(form, 'revision'));
		if (baseRevision === null) {
			return refuse(400, `Not saved: the field “revision” is missing or wrong. ${RELOAD}`);
		}
		const { clientId } = params;
		const outcome = await saveDraft(locals.context, {
			clientId,
			baseRevision,
			selection: parsed.selection
		});
		if (outcome.kind === 'stale') {
			const { revision } = await readDraft(locals.context, clientId);
			return refuse(
				409,
				'Not saved yet: the draft was changed in another window. Below is your selection; save once more to keep it instead of the other.',
				{ selection: parsed.selection, revision }
			);
		}
		const view = new URLSearchParams(url.search);
		view.delete('/save');
		const page = resolve('/(dashboard)/apps/[clientId]/vehicle-access', { clientId });
		redirect(303, view.size > 0 ? `${page}?${view}` : page);
	}
};

const RELOAD = 'Reload the page and select again.';

/** `mine` is what the form held; it is shown again with the revision to save it on. */
function refuse(
	status: number,
	message: string,
	mine: { selection: Selection; revision: number } | null = null
) {
	return fail(status, { message, mine });
}
