import type { StepCount } from '#lib/connect/funnel.ts';
import type { PageData } from './$types.js';
import type { Narrowed, View } from './view.ts';
import { askedName } from './words.ts';
import * as words from './words.en.ts';

type Insights = Pick<PageData['insights'], 'funnel' | 'byAsked' | 'byBrand'>;

/** A row of the table of steps. */
export interface Row {
	/** Empty for all sessions. */
	readonly key: string;
	readonly name: string;
	readonly isCurrent: boolean;
	readonly steps: readonly StepCount[];
	/** What the list is narrowed to for its sessions. */
	readonly narrowed: Partial<Narrowed>;
}

/** Rows that are shown before all of them are asked for. */
const FEW = 10;

/**
 * All sessions, then those of each version or brand.
 *
 * @param current number of the version that counts; null before the first
 */
export function rowsOf(
	{ funnel, byAsked, byBrand }: Insights,
	{ by, all }: Pick<View, 'by' | 'all'>,
	current: number | null
): {
	readonly shown: readonly Row[];
	/** How many there are, where not all are shown unless they are asked for; else null. */
	readonly many: number | null;
} {
	const whole = { key: '', name: words.allSessions, isCurrent: false, steps: funnel, narrowed: {} };
	const rows: readonly Row[] =
		by === 'brand'
			? byBrand.map(({ brand, name, steps }) => ({
					...{ key: brand, name, isCurrent: false, steps },
					narrowed: { brand }
				}))
			: byAsked.map(({ asked, steps }) => ({
					...{ key: String(asked), name: askedName(asked), isCurrent: asked === current, steps },
					narrowed: { asked }
				}));
	return {
		shown: [whole, ...(all ? rows : rows.slice(0, FEW))],
		many: rows.length > FEW ? rows.length : null
	};
}
