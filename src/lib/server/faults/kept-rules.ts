import type { FaultRule } from '#lib/faults/rules.ts';
import { asc, eq } from 'drizzle-orm';
import { named, prepared } from '../db/prepared.ts';
import { faultRules } from '../db/recorder-schema.ts';
import type { Transaction } from '../context.ts';
import { keptRead } from '../kept-read.ts';
import { RULE_COLUMNS } from './columns.ts';

const statements = prepared((db) => ({
	on: named(
		db
			.select(RULE_COLUMNS)
			.from(faultRules)
			.where(eq(faultRules.isOn, true))
			.orderBy(asc(faultRules.position)),
		'find_fault_rules'
	),
	any: named(
		db.select({ id: faultRules.id }).from(faultRules).where(eq(faultRules.isOn, true)).limit(1),
		'find_any_fault_rule'
	)
}));

/**
 * The rules that are on, in their order; part of a transaction. Where nothing was written since they
 * were read last, no query is made.
 */
export const findRules = keptRead(
	() => '',
	async ({ db }): Promise<readonly FaultRule[]> => statements(db).on.execute()
);

/**
 * The same where what is found cannot be kept, since the transaction writes: mostly there are none,
 * which is told faster than they are put into their order.
 */
export async function findRulesAnew(transaction: Transaction): Promise<readonly FaultRule[]> {
	const some = await statements(transaction.db).any.execute();
	return some.length === 0 ? [] : findRules(transaction, null);
}
