import { parsePurposes, parseSelection } from '#lib/access/configuration.ts';
import { readJson } from '#lib/server/http/body.ts';
import { saveDraft } from '#lib/server/configurations/drafts.ts';
import { refuseGoneApplication } from '#lib/server/http/gone-application.ts';
import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { requireApplication } from '../require-application.ts';
import type { RequestHandler } from './$types.js';
import * as words from '../words.en.ts';

const Save = z.strictObject({
	baseRevision: z.int().min(0),
	selection: z.unknown(),
	/** Without them, those of the draft stay. */
	purposes: z.unknown().optional()
});

/** Saves the draft. 409 with the current draft when it changed since `baseRevision`. */
export const PUT: RequestHandler = async ({ params, request, locals }) => {
	await requireApplication(locals.context, params.clientId);
	const body = await readJson(request, Save);
	if (!body.ok)
		return json({ message: body.message, problems: body.problems }, { status: body.status });
	const parsed = parseSelection(body.data.selection);
	if (!parsed.ok) {
		const message = words.selectionUnknown;
		return json({ message, problems: parsed.problems }, { status: 400 });
	}
	const told = body.data.purposes === undefined ? null : parsePurposes(body.data.purposes);
	if (told?.ok === false) {
		return json({ message: words.purposesUnfit, problems: told.problems }, { status: 400 });
	}
	const outcome = await saveDraft(locals.context, {
		clientId: params.clientId,
		baseRevision: body.data.baseRevision,
		selection: parsed.selection,
		...(told && { purposes: told.purposes })
	});
	if (outcome.ok) {
		return json({ revision: outcome.draft.revision, updatedAt: outcome.draft.updatedAt });
	}
	if (outcome.kind === 'gone') return refuseGoneApplication();
	const message = words.changedMeanwhile;
	return json({ message, current: outcome.now }, { status: 409 });
};
