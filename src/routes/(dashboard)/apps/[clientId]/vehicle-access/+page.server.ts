import { resolve } from '$app/paths';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { parseSelection } from '#lib/access/configuration.ts';
import { derive } from '#lib/access/derive.ts';
import { lint } from '#lib/access/lint.ts';
import { isPermissionName } from '#lib/access/permission.ts';
import { keepsSomeOut } from '#lib/access/powertrain-filter.ts';
import { purposeOfField, readTold } from '#lib/access/purpose-text.ts';
import type { Selection } from '#lib/access/selection.ts';
import { readPowertrainFilter } from '#lib/server/applications/powertrain-filter.ts';
import { saveDraft, savePurpose } from '#lib/server/configurations/drafts.ts';
import { text, texts, wholeNumber } from '#lib/server/http/fields.ts';
import { refuseGoneApplication } from '#lib/server/http/gone-application.ts';
import { dayOf } from '#lib/server/machine-time.ts';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { applicationForm } from '../application-form.ts';
import { copyLink } from './rail/copy-link.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { startActions } from './start/start-actions.ts';
import * as words from './words.en.ts';

/** The date decides which notes apply; it is fixed here so that server and browser agree. */
export const load: PageServerLoad = async ({ params, parent, locals }) => {
	const [{ application, draft, published }, filter] = await Promise.all([
		parent(),
		readPowertrainFilter(locals.context, params.clientId)
	]);
	const filtered = filter !== null && keepsSomeOut(filter);
	const today = dayOf(locals.context.machineNow);
	const access = derive(draft.selection, officialCatalog);
	const { selection } = draft;
	const notes = lint({ selection, access, catalog: officialCatalog, today, filtered });
	const { origin } = locals.context.settings;
	return { today, filtered, notes, link: copyLink({ ...application, published, origin }) };
};

export const actions: Actions = {
	...startActions,
	/** The page as a plain form: `item`, `required` and `toggle` hold codes. */
	save: applicationForm(
		z.object({
			item: texts,
			required: texts,
			toggle: z.string().nullable().catch(null),
			revision: wholeNumber
		}),
		async ({ item, toggle, revision: baseRevision, ...ticked }, { context, clientId, event }) => {
			const required = new Set(ticked.required);
			if (toggle !== null && !required.delete(toggle)) required.add(toggle);

			const codes = [...new Set(item)];
			const parsed = parseSelection(codes.map((code) => ({ code, required: required.has(code) })));
			if (!parsed.ok) return fail(400, refused(parsed.problems[0]?.message ?? words.notSaved));
			const { selection } = parsed;

			if (baseRevision === null) {
				const message = words.revisionWrong;
				return fail(400, refused(message));
			}
			const outcome = await saveDraft(context, { clientId, baseRevision, selection });
			if (!outcome.ok) {
				if (outcome.kind === 'gone') return refuseGoneApplication();
				const message = words.savedElsewhere;
				return fail(409, refused(message, { selection, revision: outcome.now.revision }));
			}
			redirect(303, pageAfter(clientId, event.url.search, '/save'));
		},
		({ message }) => refused(message)
	),
	/** Says what one permission is for, or says it no longer. */
	purpose: applicationForm(
		z.object({ permission: text, purpose: text, without: text.optional() }),
		async ({ permission: name, ...given }, { context, clientId, event }) => {
			if (!isPermissionName(name)) return fail(400, refused(words.notAPermission));
			const { purpose, without } = given;
			const read = readTold({ purpose, without: without ?? '' }, purposeOfField);
			if (!read.ok) {
				const { field, message } = read;
				const unkept = { name, text: purpose, without: without ?? '', field, message };
				return fail(400, { message: null, mine: null, purpose: unkept });
			}
			// A form from before has one sentence.
			const told = without === undefined ? { purpose: read.told.purpose } : read.told;
			const kept = await savePurpose(context, { clientId, name, told });
			if (kept === null) return refuseGoneApplication();
			redirect(303, pageAfter(clientId, event.url.search, '/purpose'));
		},
		({ message }) => refused(message)
	)
};

/** The page as it was looked at. */
function pageAfter(clientId: string, search: string, action: string): string {
	const view = new URLSearchParams(search);
	view.delete(action);
	const page = resolve('/(dashboard)/apps/[clientId]/vehicle-access', { clientId });
	return view.size > 0 ? `${page}?${view}` : page;
}

/** `mine` is what the form held; it is shown again with the revision to save it on. */
function refused(message: string, mine: { selection: Selection; revision: number } | null = null) {
	return { message, mine };
}
