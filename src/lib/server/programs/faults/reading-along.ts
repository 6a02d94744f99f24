import type { FaultRule } from '#lib/faults/rules.ts';
import type { Context } from '../../context.ts';
import { findRules, findRulesAnew } from '../../faults/kept-rules.ts';

/** There are rules: what was to be written waits until they have been met. */
export class RulesFound extends Error {}

/** The rules that a call meets, as far as they were read, and the context in which it goes on. */
export interface ReadingAlong {
	readonly context: Context;
	readonly rules: () => readonly FaultRule[] | null;
	/**
	 * Has a call begin with its write, which reads the rules first: a transaction of their own would
	 * keep it from sharing a commit with those that came with it. Where there are any, nothing is
	 * written.
	 *
	 * @throws {RulesFound} then, out of what is called
	 */
	readonly beginWithWrite: () => void;
}

/** Reads the rules in the first transaction that a call reads in, of the same state. */
export function readingAlong(own: Context): ReadingAlong {
	let rules: readonly FaultRule[] | null = null;
	let isReading = false;
	let beginsWithWrite = false;
	const context: Context = {
		...own,
		read(work) {
			if (isReading) return own.read(work);
			isReading = true;
			return own.read(async (transaction) => {
				rules = await findRules(transaction, null);
				return work(transaction);
			});
		},
		async writeTogether(work) {
			if (!beginsWithWrite || rules !== null) return own.writeTogether(work);
			const written = await own.writeTogether(async (transaction) => {
				rules = await findRulesAnew(transaction);
				return rules.length > 0 ? null : { result: await work(transaction) };
			});
			if (written === null) throw new RulesFound();
			return written.result;
		}
	};
	return {
		context,
		rules: () => rules,
		beginWithWrite: () => {
			beginsWithWrite = true;
		}
	};
}
