import { faultRules } from '../db/recorder-schema.ts';

/** All that is told of a rule. */
export const RULE_COLUMNS = {
	id: faultRules.id,
	clientId: faultRules.clientId,
	vehicleId: faultRules.vehicleId,
	path: faultRules.path,
	fault: faultRules.fault,
	amount: faultRules.amount,
	times: faultRules.times,
	used: faultRules.used,
	isOn: faultRules.isOn
};
