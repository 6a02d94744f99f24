import { amountOf } from '#lib/faults/asked.ts';
import { deliveryRulesOf, type FaultRule, type FittingRule } from '#lib/faults/rules.ts';
import type { Transaction } from '../context.ts';
import { findRules } from '../faults/kept-rules.ts';
import { spendRule } from '../faults/spend.ts';
import { idsOfOwnVehicle } from '../faults/who.ts';
import type { DeliveryPlan, FindDeliveryFault } from './delivery-fault.ts';

/** Milliseconds of the rehearsal that a delivery waits for one to overtake it. */
const OVERTAKEN_WITHIN = 30_000;

/** Has deliveries go wrong as the rules say. */
export const faultByRules: FindDeliveryFault = async (transaction, about) => {
	const rules = await rulesIn(transaction);
	if (rules.length === 0) return null;
	const { clientId, vehicleId } = about;
	const asksWhich = vehicleId !== null && rules.some((rule) => rule.vehicleId !== null);
	const vehicleIds = asksWhich ? await idsOfOwnVehicle(transaction, vehicleId) : [];
	for (const fitting of deliveryRulesOf(rules, { clientId, vehicleIds })) {
		const plan = planOf(fitting, about);
		if (plan && (await spendRule(transaction, fitting.rule))) return plan;
	}
	return null;
};

const read = new WeakMap<Transaction, Promise<readonly FaultRule[]>>();

/** Read once for all deliveries that one transaction takes. */
function rulesIn(transaction: Transaction): Promise<readonly FaultRule[]> {
	const known = read.get(transaction) ?? findRules(transaction, null);
	read.set(transaction, known);
	return known;
}

function planOf(
	{ rule, fault }: FittingRule,
	{ type, putOffBy }: Parameters<FindDeliveryFault>[1]
): DeliveryPlan | null {
	const { name } = fault;
	// A challenge that comes twice, or later, is none that its receiver could tell from another.
	if ((name === 'WEBHOOK_MISSED_VERIFY') !== (type === 'VERIFY')) return null;
	const amount = amountOf({ fault, amount: rule.amount });
	switch (name) {
		case 'WEBHOOK_DUPLICATE':
			return { fault: name, copies: 2 };
		case 'WEBHOOK_BAD_SIGNATURE':
			return { fault: name, badSignature: true };
		case 'WEBHOOK_MISSED_VERIFY':
			return { fault: name, missed: true };
		case 'WEBHOOK_REORDER':
			return putOffBy === null ? { fault: name, putOff: OVERTAKEN_WITHIN } : null;
		case 'WEBHOOK_DELAY':
			return putOffBy === null ? { fault: name, putOff: amount } : null;
		default:
			return null;
	}
}
