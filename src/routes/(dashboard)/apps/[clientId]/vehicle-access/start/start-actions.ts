import { addToSelection } from '#lib/access/add-to-selection.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { parseSelection } from '#lib/access/configuration.ts';
import { findPreset, type PresetId } from '#lib/access/presets/presets.ts';
import type { SelectedItem, Selection } from '#lib/access/selection.ts';
import { readDraft, saveDraft } from '#lib/server/configurations/drafts.ts';
import type { Context } from '#lib/server/context.ts';
import { text, texts, wholeNumber } from '#lib/server/http/fields.ts';
import { refuseGoneApplication } from '#lib/server/http/gone-application.ts';
import { fail, type ActionFailure } from '@sveltejs/kit';
import { z } from 'zod';
import { applicationForm } from '../../application-form.ts';
import type { StartAnswer } from './start-answer.ts';
import { readTaken } from './taken.ts';
import * as words from './words.en.ts';

type Result = { readonly start: StartAnswer } | ActionFailure<{ readonly start: StartAnswer }>;

/** The ways to begin, as plain forms. */
export const startActions = {
	/** Ticks what a purpose needs; a draft that holds something is shown what would change first. */
	use: applicationForm(
		z.object({ preset: text, revision: wholeNumber, how: text }),
		async ({ preset: id, revision, how }, { context, clientId }): Promise<Result> => {
			const preset = findPreset(id);
			if (!preset) return refuse(400, words.unknownPurpose);
			const draft = (await readDraft(context, clientId)) ?? refuseGoneApplication();
			if (draft.selection.length > 0 && how === '') return { start: { before: preset.id } };
			const { selection } = preset;
			return tick(context, clientId, revision, selection, how === 'replace', preset.id);
		},
		refused
	),
	/** Finds what a text needs. Saves nothing. */
	need: applicationForm(
		z.object({ needs: text }),
		async ({ needs }): Promise<Result> => {
			// Rarely asked of the server, so no start loads it.
			const { readNeeds } = await import('#lib/access/needs/read-needs.ts');
			return { start: { text: needs, read: readNeeds(needs, officialCatalog) } };
		},
		refused
	),
	/** Ticks what was found. */
	take: applicationForm(
		z.object({ take: texts, revision: wholeNumber }),
		async ({ take, revision }, { context, clientId }): Promise<Result> => {
			const parsed = parseSelection(readTaken(take));
			if (!parsed.ok) return refuse(400, parsed.problems[0]?.message ?? words.nothingTaken);
			if (parsed.selection.length === 0) return refuse(400, words.nothingTaken);
			return tick(context, clientId, revision, parsed.selection, false);
		},
		refused
	)
};

async function tick(
	context: Context,
	clientId: string,
	baseRevision: number | null,
	offered: readonly SelectedItem[],
	replaces: boolean,
	preset?: PresetId
): Promise<Result> {
	if (baseRevision === null) return refuse(400, words.revisionWrong);
	const draft = (await readDraft(context, clientId)) ?? refuseGoneApplication();
	const { added, fresh } = addToSelection(draft.selection, offered);
	const selection: Selection = replaces ? addToSelection([], offered).added : added;
	const outcome = await saveDraft(context, { clientId, baseRevision, selection });
	if (outcome.ok) {
		return { start: { done: { count: fresh.length, before: draft.selection, after: selection } } };
	}
	if (outcome.kind === 'gone') return refuseGoneApplication();
	return fail(409, { start: { error: words.staleDraft, ...(preset && { before: preset }) } });
}

function refuse(status: number, error: string) {
	return fail(status, { start: { error } });
}

function refused({ message }: { readonly message: string }): { readonly start: StartAnswer } {
	return { start: { error: message } };
}
