import type { Mutant } from './instrument.ts';

/** A mutant that no test can notice, since it does the same. */
export interface Equivalent extends Pick<Mutant, 'file' | 'code' | 'was' | 'becomes'> {
	readonly reason: string;
}

/** Looked at one by one. Named by the line's text, so that a line that changes is judged anew. */
export const EQUIVALENT: readonly Equivalent[] = [];

export function isEquivalent(mutant: Mutant): boolean {
	return EQUIVALENT.some((one) => isSame(one, mutant));
}

export function isSame(one: Equivalent, mutant: Mutant): boolean {
	return (
		one.file === mutant.file &&
		one.code === mutant.code &&
		one.was === mutant.was &&
		one.becomes === mutant.becomes
	);
}
