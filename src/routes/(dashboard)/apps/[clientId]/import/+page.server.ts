import { formatConfiguration, type Problem } from '#lib/access/configuration.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { DraftContent } from '#lib/access/draft-content.ts';
import { lockIn } from '#lib/access/diff.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import {
	readPastedRequest,
	type Offer,
	type PastedRequest,
	type SetAside
} from '#lib/access/pasted-request.ts';
import { selectionForRequest } from '#lib/access/request-review.ts';
import { normalizeSelection } from '#lib/access/selection.ts';
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
		file: replacement(draft).file
	};
};

/** What may replace the draft: as it is, and as a file's text for the plain form. */
interface Replacement extends DraftContent {
	readonly file: string;
}

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
	readonly result?: Replacement;
	/** Number of items the draft holds now. */
	readonly items?: number;
	readonly error?: string;
}

export const actions: Actions = {
	/** Explains the scope or Connect URL in `request`. Saves nothing. */
	explain: applicationForm(
		z.object({ request: text }),
		async ({ request: pasted }, { application, context, clientId }): Promise<Result> => {
			const read = readPastedRequest(pasted, { application, makes: MAKES });
			const answer = { about: 'request', text: pasted, ...read } as const;
			if (read.problems.length > 0) return fail(400, answer);
			const { items = [], permissions = [] } = read.request ?? {};
			const selection =
				items.length > 0
					? normalizeSelection(items.map((item) => ({ code: item.code, required: false })))
					: selectionForRequest(permissions, officialCatalog);
			// A scope or a link says nothing of purposes, so those of the draft stay.
			const draft = await readDraft(context, clientId);
			return { ...answer, result: replacement({ selection, purposes: draft?.purposes ?? {} }) };
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
			return { about: 'file', text: pasted, result: replacement(read) };
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
			const { selection, purposes } = read;
			const outcome = await saveDraft(context, { clientId, baseRevision, selection, purposes });
			if (outcome.ok) return { about: 'draft', items: selection.length };
			if (outcome.kind === 'gone') return refuseGoneApplication();
			const error = words.draftChanged;
			return fail(409, { about: 'draft', error });
		},
		refuseFor('draft')
	)
};

type Result = Answer | ActionFailure<Answer>;

function replacement(draft: DraftContent): Replacement {
	const { selection, purposes } = lockIn(draft, officialCatalog);
	return { selection, purposes, file: formatConfiguration(selection, purposes) };
}

function refuseFor(about: Answer['about']) {
	return ({ message }: FormFault): Answer => ({
		about,
		problems: [{ path: '', message }],
		error: message
	});
}
