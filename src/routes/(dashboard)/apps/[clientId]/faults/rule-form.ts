import { findFault } from '#lib/faults/faults.ts';
import type { NewRule } from '#lib/server/faults/rules.ts';
import { text } from '#lib/server/http/fields.ts';
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
	vehicleId: optional(words.wrongVehicle, 60),
	times: whole(words.wrongTimes, MOST_TIMES)
});

/** The rule of a form, or the field that is wrong and why. */
export function ruleOf(
	{ fault: name, ...rest }: z.output<typeof RuleForm>,
	clientId: string
): NewRule | { readonly field: string; readonly error: string } {
	const fault = findFault(name);
	if (!fault) return { field: 'fault', error: words.chooseFault };
	const problem = checkRule(fault, rest);
	if (problem) {
		return { field: problem.field, error: words.problem(problem.field, problem.message) };
	}
	return { ...rest, fault: fault.name, clientId, isOn: true };
}
