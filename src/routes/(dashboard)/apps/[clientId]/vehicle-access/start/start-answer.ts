import type { ReadNeeds } from '#lib/access/needs/read-needs.ts';
import type { PresetId } from '#lib/access/presets/presets.ts';
import type { Selection } from '#lib/access/selection.ts';

/** What was ticked, and the draft around it, so that it can be taken back. */
export interface Done {
	readonly count: number;
	readonly before: Selection;
	readonly after: Selection;
}

/** What a form of the start is answered with. */
export interface StartAnswer {
	readonly error?: string;
	/** A purpose whose changes are shown before it is used. */
	readonly before?: PresetId;
	/** What was pasted, and what was found in it. */
	readonly text?: string;
	readonly read?: ReadNeeds;
	readonly done?: Done;
}

/** What opens the start again once something is ticked. */
export const START = 'start';
