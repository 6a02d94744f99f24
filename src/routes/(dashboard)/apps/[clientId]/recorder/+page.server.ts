import { resolve } from '$app/paths';
import { parseSelection } from '#lib/access/configuration.ts';
import type { ReadSource } from '#lib/access/calls/read-source.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { normalizeSelection, type Selection } from '#lib/access/selection.ts';
import { readDraft, saveDraft } from '#lib/server/configurations/drafts.ts';
import { text, texts, upload, wholeNumber } from '#lib/server/http/fields.ts';
import { refuseGoneApplication } from '#lib/server/http/gone-application.ts';
import { MAX_BODY_BYTES } from '#lib/server/http/limits.ts';
import { beginAnew, readRecording } from '#lib/server/recorder/recording.ts';
import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { z } from 'zod';
import { applicationForm } from '../application-form.ts';
import type { Actions, PageServerLoad } from './$types.js';
import * as words from './words.en.ts';

export const load: PageServerLoad = async ({ params: { clientId }, parent, locals }) => {
	await parent();
	const recording = (await readRecording(locals.context, clientId)) ?? refuseGoneApplication();
	return { title: words.recorder, subtitle: words.lead, recording, formBytes: MAX_BODY_BYTES };
};

/** What a form of this page is answered with. */
interface Answer {
	/** What was pasted, and what was found in it and in the files. */
	readonly text?: string;
	readonly source?: ReadSource;
	/** What is wrong with what was pasted or chosen. */
	readonly problem?: string;
	/** What the draft held before it took over what is used. */
	readonly taken?: { readonly before: Selection; readonly items: number };
	readonly error?: string;
}

type Result = Answer | ActionFailure<Answer>;

export const actions: Actions = {
	/** Forgets the calls so far. */
	anew: applicationForm(
		z.object({}),
		async (_, { context, clientId }): Promise<Result> => {
			if (!(await beginAnew(context, clientId))) return refuseGoneApplication();
			redirect(303, resolve('/(dashboard)/apps/[clientId]/recorder', { clientId }));
		},
		refused
	),
	/** Reads source code. Saves nothing. */
	read: applicationForm(
		z.object({ source: text, files: z.array(upload) }),
		async ({ source, files }): Promise<Result> => {
			const chosen = files.filter((file) => file !== null);
			const read = await Promise.all(
				chosen.map(async (file) => ({ name: file.name, text: await file.text() }))
			);
			const all = source.trim() === '' ? read : [{ name: words.pasted, text: source }, ...read];
			if (all.length === 0) return fail(400, { problem: words.nothingGiven });
			// Rarely asked of the server, so no start loads it.
			const { readSource } = await import('#lib/access/calls/read-source.ts');
			return { text: source, source: readSource(all, officialCatalog) };
		},
		({ message }): Answer => ({ problem: message })
	),
	/** Puts what is used into the draft, in place of what it holds. */
	take: applicationForm(
		z.object({ item: texts, required: texts, revision: wholeNumber }),
		async ({ item, required, revision }, { context, clientId }): Promise<Result> => {
			const parsed = parseSelection(
				normalizeSelection(item.map((code) => ({ code, required: required.includes(code) })))
			);
			if (!parsed.ok || revision === null) return fail(400, { error: words.formIncomplete });
			const { selection } = parsed;
			const draft = (await readDraft(context, clientId)) ?? refuseGoneApplication();
			const outcome = await saveDraft(context, { clientId, baseRevision: revision, selection });
			if (outcome.ok) return { taken: { before: draft.selection, items: selection.length } };
			if (outcome.kind === 'gone') return refuseGoneApplication();
			return fail(409, { error: words.draftChanged });
		},
		refused
	)
};

function refused({ message }: { readonly message: string }): Answer {
	return { error: message };
}
