import type { FaultRule } from '#lib/faults/rules.ts';
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { faultRules } from '../db/recorder-schema.ts';

/**
 * Takes one of the calls that a rule is for, whoever else does so at the same moment.
 *
 * @returns false where none is left, or the rule is off or gone meanwhile
 */
export async function spendRule(
	context: Context,
	{ id, times }: Pick<FaultRule, 'id' | 'times'>
): Promise<boolean> {
	const spend = async ({ db }: Transaction) => {
		const spent = await db
			.update(faultRules)
			.set({ used: sql`${faultRules.used} + 1` })
			.where(
				and(
					eq(faultRules.id, id),
					eq(faultRules.isOn, true),
					or(isNull(faultRules.times), lt(faultRules.used, faultRules.times))
				)
			)
			.returning({ id: faultRules.id });
		return spent.length > 0;
	};
	// How often one without an end was used changes nothing for the calls that come after.
	return times === null ? context.note(spend) : context.writeTogether(spend);
}
