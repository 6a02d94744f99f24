import { sameContent, type DraftContent } from './draft-content.ts';

/** What is known of a draft that a seed names a selection for. */
export interface SeededDraft extends DraftContent {
	readonly revision: number;
	/** The revision that the last seed left it with; null where none has written it. */
	readonly seededRevision: number | null;
	/** Whether something was published yet. */
	readonly isPublished: boolean;
}

/** The draft says the same already, or is written, or stays since somebody edited it. */
export type DraftFate = 'same' | 'write' | 'keep';

/**
 * Whether a seed may write a draft: where nobody else has since the last seed, and where nothing was
 * ever done with it.
 */
export function fateOfDraft(wanted: DraftContent, draft: SeededDraft): DraftFate {
	const { selection, revision, seededRevision, isPublished } = draft;
	if (sameContent(draft, wanted)) return 'same';
	const isUntouched = seededRevision === null && selection.length === 0 && !isPublished;
	return revision === seededRevision || isUntouched ? 'write' : 'keep';
}
