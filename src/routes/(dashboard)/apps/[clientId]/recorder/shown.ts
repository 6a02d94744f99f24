import type { UsedComparison } from '#lib/access/calls/compare-used.ts';
import type { ReadSource } from '#lib/access/calls/read-source.ts';
import type { CountedUse } from '#lib/access/calls/used-of.ts';

/** How often an item was used, as far as it was named. */
export interface UseCount {
	readonly calls: number;
	/** Only by lists of all signals. */
	readonly listedOnly: boolean;
	/** By a webhook. */
	readonly hooked: boolean;
}

type Needed = UsedComparison['needed'][number];

/** What is said of a needed item: all uses that it is or stands for, together. */
export function countOf(
	{ uses }: Pick<Needed, 'uses'>,
	counted: readonly CountedUse[],
	hooked: readonly string[]
): UseCount {
	const its = counted.filter(({ code }) => uses.includes(code));
	const calls = its.reduce((sum, use) => sum + use.calls, 0);
	return {
		calls,
		listedOnly: calls > 0 && its.every((use) => use.listed === use.calls),
		hooked: hooked.some((code) => uses.includes(code))
	};
}

type Place = ReadSource['uses'][number];

/** Where the source code uses a needed item. */
export function placesOf({ uses }: Pick<Needed, 'uses'>, found: ReadSource): readonly Place[] {
	return found.uses.filter(({ code }) => uses.includes(code));
}
