import type { Used } from './compare-used.ts';

/** How often an item was asked for. */
export interface CountedUse {
	readonly code: string;
	readonly calls: number;
	/** How many of them asked for all signals, and were told this one. */
	readonly listed: number;
}

/** What is used by what was counted. */
export function usedOf(uses: readonly CountedUse[], hooked: readonly string[]): Used {
	const isNamed = ({ calls, listed }: CountedUse) => calls > listed;
	const codes = (some: readonly CountedUse[]) => some.map(({ code }) => code);
	return {
		named: [...codes(uses.filter(isNamed)), ...hooked],
		listed: codes(uses.filter((use) => !isNamed(use)))
	};
}
