import { meets, type CalledAddress } from './meets.ts';
import { findFault, type Fault } from './faults.ts';
import { fitsPath } from './path-pattern.ts';

/** What goes wrong on purpose, where, and how often. */
export interface FaultRule {
	readonly id: string;
	/** Null for every application. */
	readonly clientId: string | null;
	/** As the application or the sandbox knows it; null for every vehicle, and for calls of none. */
	readonly vehicleId: string | null;
	/** A path in which `*` stands for one part; null for every path. */
	readonly path: string | null;
	/** Name of the fault. */
	readonly fault: string;
	/** Null for what is usual. */
	readonly amount: number | null;
	/** For how many calls; null for all. */
	readonly times: number | null;
	readonly used: number;
	readonly isOn: boolean;
}

/** A call that something may go wrong with. */
export interface MetCall extends CalledAddress {
	readonly clientId: string | null;
	/** All by which its vehicle is known. */
	readonly vehicleIds: readonly string[];
	/** As it is routed. */
	readonly path: string;
	/** Path of what it came within, such as a batch; null where it came by itself. */
	readonly within: string | null;
}

/** A rule that fits, with what it does. */
export interface FittingRule {
	readonly rule: FaultRule;
	readonly fault: Fault;
}

/** The rules that fit a call, in their order: the first that is not used up meanwhile is the one. */
export function rulesOf(rules: readonly FaultRule[], call: MetCall): readonly FittingRule[] {
	return rules.flatMap((rule) => {
		const fault = findFault(rule.fault);
		if (!fault || !isLeft(rule) || !isOf(rule, call)) return [];
		return isThere(rule, call) && meets(fault, call) ? [{ rule, fault }] : [];
	});
}

/** The rules that fit a delivery, in their order. */
export function deliveryRulesOf(
	rules: readonly FaultRule[],
	delivery: Pick<MetCall, 'clientId' | 'vehicleIds'>
): readonly FittingRule[] {
	return rules.flatMap((rule) => {
		const fault = findFault(rule.fault);
		const fits = fault?.kind === 'webhook' && isLeft(rule) && isOf(rule, delivery);
		return fits ? [{ rule, fault }] : [];
	});
}

/** Whether a rule is on and not used up. */
export function isLeft({ isOn, times, used }: Pick<FaultRule, 'isOn' | 'times' | 'used'>): boolean {
	return isOn && (times === null || used < times);
}

/** What met the whole meets none of its parts, and these have no connection that could be cut. */
function isThere({ path, fault }: FaultRule, call: MetCall): boolean {
	const fits = (one: string) => path === null || fitsPath(path, one);
	if (call.within === null) return fits(call.path);
	return fits(call.path) && !fits(call.within) && fault !== 'DROP';
}

function isOf(
	rule: Pick<FaultRule, 'clientId' | 'vehicleId'>,
	{ clientId, vehicleIds }: Pick<MetCall, 'clientId' | 'vehicleIds'>
): boolean {
	return (
		(rule.clientId === null || rule.clientId === clientId) &&
		(rule.vehicleId === null || vehicleIds.includes(rule.vehicleId.toLowerCase()))
	);
}
