import { compareUsed, type UsedComparison } from '#lib/access/calls/compare-used.ts';
import { usedOf } from '#lib/access/calls/used-of.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { Selection } from '#lib/access/selection.ts';
import { readDraft } from '../configurations/drafts.ts';
import type { Context } from '../context.ts';
import { readRecording, type Recording } from './recording.ts';

/** What an application used, beside its draft. */
export interface ComparedRecording extends Recording, UsedComparison {
	readonly draft: Selection;
}

/** @returns null where nothing is called so. */
export async function compareRecording(
	context: Context,
	clientId: string
): Promise<ComparedRecording | null> {
	const recording = await readRecording(context, clientId);
	const draft = await readDraft(context, clientId);
	if (!recording || !draft) return null;
	const used = usedOf(recording.uses, recording.hooked);
	const { selection } = draft;
	return { ...recording, draft: selection, ...compareUsed(used, selection, officialCatalog) };
}
