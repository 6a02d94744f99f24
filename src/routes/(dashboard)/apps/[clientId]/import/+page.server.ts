import { formatConfiguration, type Problem } from '#lib/access/configuration.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import {
	readPastedRequest,
	type Offer,
	type PastedRequest,
	type SetAside
} from '#lib/access/pasted-request.ts';
import { selectionForRequest } from '#lib/access/request-review.ts';
import { normalizeSelection, type Selection } from '#lib/access/selection.ts';
import { requireApplication } from '#lib/server/applications/applications.ts';
import { readConfigurationText } from '#lib/server/configurations/configuration-text.ts';
import { parseRevision, readDraft, saveDraft } from '#lib/server/configurations/drafts.ts';
import { readForm, textOf, type RefusedForm } from '#lib/server/http/form.ts';
import { fail, type ActionFailure } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ params, depends, locals }) => {
	depends('valetkey:application');
	const { selection } = await readDraft(locals.context, params.clientId);
	return {
		title: 'Import and export',
		subtitle: 'Bring a scope, a link or a file in; take the draft out.',
		file: formatConfiguration(selection)
	};
};

/** What a form of this page is answered with. */
interface Answer {
	readonly about: 'request' | 'file' | 'draft';
	/** What was pasted. */
	readonly text?: string;
	/** Why it cannot be used. */
	readonly problems?: readonly Problem[];
	/** What was understood of a scope or a link. */
	readonly request?: PastedRequest | null;
	/** What stands in the text and was not read, and why. */
	readonly setAside?: readonly SetAside[];
	/** What can be read in place of the whole text. */
	readonly offers?: readonly Offer[];
	/** The same as the platform takes it; null when it was written so. */
	readonly fix?: string | null;
	/** What may replace the draft: as items, and as a file's text for the plain form. */
	readonly result?: { readonly selection: Selection; readonly file: string };
	/** Number of items the draft holds now. */
	readonly items?: number;
	readonly error?: string;
}

export const actions: Actions = {
	/** Explains the scope or Connect URL in `request`. Saves nothing. */
	explain: async ({ request, params: { clientId }, locals }): Promise<Outcome> => {
		const application = await requireApplication(locals.context, clientId);
		const body = await readForm(request, ['request']);
		if (!body.ok) return refuseBody('request', body);
		const text = textOf(body.form, 'request');
		const read = readPastedRequest(text, { application, makes: MAKES });
		const answer = { about: 'request', text, ...read } as const;
		if (read.problems.length > 0) return fail(400, answer);
		const { items = [], permissions = [] } = read.request ?? {};
		const selection =
			items.length > 0
				? normalizeSelection(items.map((item) => ({ code: item.code, required: false })))
				: selectionForRequest(permissions, officialCatalog);
		return { ...answer, result: replacement(selection) };
	},
	/** Reads a file, from `upload` or else from `text`. Saves nothing. */
	preview: async ({ request, params: { clientId }, locals }): Promise<Outcome> => {
		await requireApplication(locals.context, clientId);
		const body = await readForm(request, ['text', 'upload']);
		if (!body.ok) return refuseBody('file', body);
		const upload = body.form.get('upload');
		const text =
			upload instanceof File && upload.size > 0 ? await upload.text() : textOf(body.form, 'text');
		const read = readConfigurationText(text);
		if (!read.ok) return fail(400, { about: 'file', text, problems: read.problems });
		return { about: 'file', text, result: replacement(read.selection) };
	},
	/** Puts the items of `file` into the draft, if it still has the revision that was shown. */
	replace: async ({ request, params: { clientId }, locals }): Promise<Outcome> => {
		await requireApplication(locals.context, clientId);
		const body = await readForm(request, ['file', 'revision']);
		if (!body.ok) return refuseBody('draft', body);
		const read = readConfigurationText(textOf(body.form, 'file'));
		const baseRevision = parseRevision(textOf(body.form, 'revision'));
		if (!read.ok || baseRevision === null) {
			const error = 'Nothing was saved: the form is incomplete. Start again below.';
			return fail(400, { about: 'draft', error });
		}
		const outcome = await saveDraft(locals.context, {
			clientId,
			baseRevision,
			selection: read.selection
		});
		if (outcome.kind === 'stale') {
			const error =
				'Nothing was saved: the draft was changed in another window meanwhile. Start again below.';
			return fail(409, { about: 'draft', error });
		}
		return { about: 'draft', items: read.selection.length };
	}
};

type Outcome = Answer | ActionFailure<Answer>;

function replacement(selection: Selection) {
	return { selection, file: formatConfiguration(selection) };
}

function refuseBody(about: Answer['about'], { status, message }: RefusedForm): Outcome {
	return fail(status, { about, problems: [{ path: '', message }], error: message });
}
