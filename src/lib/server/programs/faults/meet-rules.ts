import { dialectOf, routedPath } from '#lib/access/program-address.ts';
import { rulesOf, type FaultRule, type MetCall } from '#lib/faults/rules.ts';
import { spendRule } from '../../faults/spend.ts';
import { applicationOf, idsOfVehicle } from '../../faults/who.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import { act } from './act.ts';

/** Has the first rule act that fits a call and is not used up, or else answers it. */
export async function meetRules(
	call: Call,
	rules: readonly FaultRule[],
	answer: () => Promise<Answer>
): Promise<Answer> {
	let answered: Promise<Answer> | null = null;
	const once = () => (answered ??= answer());
	for (const { rule, fault } of rulesOf(rules, await metCall(call, rules))) {
		const asked = { fault, amount: rule.amount };
		// Only what there is something to spoil of uses it up.
		const spoiled = fault.kind === 'shape' ? await act(call, asked, once) : null;
		if (fault.kind === 'shape' && spoiled === null) continue;
		if (!(await spendRule(call.context, rule))) continue;
		call.envelope.fault = { name: fault.name, ruleId: rule.id };
		return spoiled ?? (await act(call, asked, once)) ?? once();
	}
	return once();
}

/** Who asks for what; looked up as far as some rule goes by it. */
async function metCall(call: Call, rules: readonly FaultRule[]): Promise<MetCall> {
	const { context, envelope, params, part, pathname, request } = call;
	const asksWho = rules.some(({ clientId }) => clientId !== null);
	const asksWhich = rules.some(({ vehicleId }) => vehicleId !== null);
	const { clientId } = envelope;
	const told = params.vehicleId?.toLowerCase();
	return {
		dialect: dialectOf(pathname),
		method: part ? 'GET' : request.method,
		route: part?.route ?? envelope.route ?? '',
		within: part ? routedPath(part.within) : null,
		path: routedPath(pathname),
		clientId: clientId !== undefined && asksWho ? await applicationOf(context, clientId) : null,
		vehicleIds: told !== undefined && asksWhich ? await idsOfVehicle(context, told) : []
	};
}
