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
import { readConfigurationText } from '#lib/server/http/configuration-text.ts';
import { readDraft, saveDraft } from '#lib/server/configurations/drafts.ts';
import { text, upload, wholeNumber } from '#lib/server/http/fields.ts';
import type { FormFault } from '#lib/server/http/form.ts';
import { refuseGoneApplication } from '#lib/server/http/gone-application.ts';
import { fail, type ActionFailure } from '@sveltejs/kit';
import { z } from 'zod';
import { applicationForm } from '../application-form.ts';
import type { Actions, PageServerLoad } from './$types.js';
import * as words from './words.en.ts';

export const load: PageServerLoad = async ({ params, depends, locals }) => {
	depends('valetkey:application');
	const draft = (await readDraft(locals.context, params.clientId)) ?? refuseGoneApplication();
	return {
		title: words.importAndExport,
		subtitle: words.lead,
		file: formatConfiguration(draft.selection)
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
	explain: applicationForm(
		z.object({ request: text }),
		({ request: pasted }, { application }): Result => {
			const read = readPastedRequest(pasted, { application, makes: MAKES });
			const answer = { about: 'request', text: pasted, ...read } as const;
			if (read.problems.length > 0) return fail(400, answer);
			const { items = [], permissions = [] } = read.request ?? {};
			const selection =
				items.length > 0
					? normalizeSelection(items.map((item) => ({ code: item.code, required: false })))
					: selectionForRequest(permissions, officialCatalog);
			return { ...answer, result: replacement(selection) };
		},
		refuseFor('request')
	),
	/** Reads a file, from `upload` or else from `text`. Saves nothing. */
	preview: applicationForm(
		z.object({ text, upload }),
		async (input): Promise<Result> => {
			const pasted = (await input.upload?.text()) ?? input.text;
			const read = readConfigurationText(pasted);
			if (!read.ok) return fail(400, { about: 'file', text: pasted, problems: read.problems });
			return { about: 'file', text: pasted, result: replacement(read.selection) };
		},
		refuseFor('file')
	),
	/** Puts the items of `file` into the draft, if it still has the revision that was shown. */
	replace: applicationForm(
		z.object({ file: text, revision: wholeNumber }),
		async ({ file, revision: baseRevision }, { context, clientId }): Promise<Result> => {
			const read = readConfigurationText(file);
			if (!read.ok || baseRevision === null) {
				const error = words.formIncomplete;
				return fail(400, { about: 'draft', error });
			}
			const { selection } = read;
			const outcome = await saveDraft(context, { clientId, baseRevision, selection });
			if (outcome.ok) return { about: 'draft', items: selection.length };
			if (outcome.kind === 'gone') return refuseGoneApplication();
			const error = words.draftChanged;
			return fail(409, { about: 'draft', error });
		},
		refuseFor('draft')
	)
};

type Result = Answer | ActionFailure<Answer>;

function replacement(selection: Selection) {
	return { selection, file: formatConfiguration(selection) };
}

function refuseFor(about: Answer['about']) {
	return ({ message }: FormFault): Answer => ({
		about,
		problems: [{ path: '', message }],
		error: message
	});
}
