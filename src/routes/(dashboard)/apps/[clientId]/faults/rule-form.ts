import { findFault } from '#lib/faults/faults.ts';
import { UUID } from '#lib/access/client-id.ts';
import type { NewRule, RemovedRule } from '#lib/server/faults/rules.ts';
import { rowId, text, ticked } from '#lib/server/http/fields.ts';
import { checkRule } from '#lib/server/programs/faults/check-rule.ts';
import { z } from 'zod';
import * as words from './words.en.ts';

const MOST_TIMES = 1_000_000;

/** A whole number from 1 on, or null where nothing is written. */
const whole = (error: string, most = 10 ** 12) =>
	text
		.transform((typed) => typed.trim())
		.refine((typed) => typed === '' || (/^[1-9]\d{0,12}$/.test(typed) && Number(typed) <= most), {
			error
		})
		.transform((typed) => (typed === '' ? null : Number(typed)));

const optional = (error: string, most: number) =>
	text
		.transform((typed) => typed.trim())
		.refine((typed) => typed.length <= most, { error })
		.transform((typed) => (typed === '' ? null : typed));

/** The fields of a new rule. */
export const RuleForm = z.object({
	fault: text.refine((name) => findFault(name) !== null, { error: words.chooseFault }),
	amount: whole(words.wrongAmount),
	path: optional(words.wrongPath, 200),
	/** One of the vehicles that are listed. */
	vehicleId: optional(words.wrongVehicle, 60),
	/** The id of another, which comes first. */
	otherVehicle: optional(words.wrongVehicle, 60),
	times: whole(words.wrongTimes, MOST_TIMES)
});

/** All fields of a rule that was taken away, in order to put it back. */
export const RemovedForm = RuleForm.omit({ otherVehicle: true }).extend({
	id: text,
	position: rowId,
	used: rowId,
	isOn: ticked,
	/** Whether it is for every application. */
	everywhere: ticked
});

interface Problem {
	readonly field: string;
	readonly error: string;
}

/** The rule of a form, or the field that is wrong and why. */
export function ruleOf(
	{ otherVehicle, vehicleId, ...rest }: z.output<typeof RuleForm>,
	clientId: string
): NewRule | Problem {
	const rule = { ...rest, vehicleId: otherVehicle ?? vehicleId };
	const fault = findFault(rule.fault);
	if (!fault) return { field: 'fault', error: words.chooseFault };
	const problem = checkRule(fault, rule);
	if (problem) {
		return { field: problem.field, error: words.problem(problem.field, problem.message) };
	}
	return { ...rule, fault: fault.name, clientId, isOn: true };
}

/** The rule that was taken away, or what is wrong with it where the form is not the page's. */
export function removedOf(
	{ id, position, used, isOn, everywhere, ...written }: z.output<typeof RemovedForm>,
	clientId: string
): RemovedRule | Problem {
	const rule = ruleOf({ ...written, otherVehicle: null }, clientId);
	if ('error' in rule) return rule;
	if (!UUID.test(id)) return { field: 'id', error: words.gone };
	return { ...rule, id, position, used, isOn, clientId: everywhere ? null : clientId };
}
