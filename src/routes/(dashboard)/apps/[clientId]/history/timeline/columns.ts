import type { Verdict } from '#lib/access/diff.ts';
import type { Asked } from '#lib/access/timeline.ts';
import type { Pick } from '../compare.ts';

/** One version, or the draft, as a column of the timeline. */
export interface Column {
	readonly pick: Pick;
	/** Null where it cannot be read. */
	readonly asked: Asked | null;
	/** Against the version before. */
	readonly verdict: Verdict;
	/** Milliseconds since 1970; null for the draft. */
	readonly publishedAt: number | null;
}
