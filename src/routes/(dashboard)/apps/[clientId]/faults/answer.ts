import type { RemovedRule } from '#lib/server/faults/rules.ts';

/** What a form of the page is answered with. */
export interface Answer {
	/** What was done, in a sentence. */
	readonly done?: string;
	/** What was taken away, and can be put back. */
	readonly removed?: RemovedRule;
	/** Why nothing was done, and the field it is about. */
	readonly error?: string;
	readonly field?: string;
	/** What was typed, where it has to be mended. */
	readonly typed?: Readonly<Partial<Record<string, string>>>;
}
