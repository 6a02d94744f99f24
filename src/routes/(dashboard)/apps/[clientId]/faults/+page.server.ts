import { FAULT_HEADER } from '#lib/faults/asked.ts';
import { FAULTS, findFault } from '#lib/faults/faults.ts';
import { isLeft } from '#lib/faults/rules.ts';
import {
	addRule,
	listRulesMeeting,
	MOST_RULES,
	putBackRule,
	removeRule,
	switchRule,
	type NewRule,
	type RulesRefusal
} from '#lib/server/faults/rules.ts';
import type { Context } from '#lib/server/context.ts';
import { listConnectedVehicles, nameKnownVehicles } from '#lib/server/fleet/names.ts';
import { text } from '#lib/server/http/fields.ts';
import type { FormFault } from '#lib/server/http/form.ts';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { applicationForm } from '../application-form.ts';
import type { Actions, PageServerLoad } from './$types.js';
import type { Answer } from './answer.ts';
import { RemovedForm, removedOf, RuleForm, ruleOf } from './rule-form.ts';
import * as words from './words.en.ts';

const MOST_MET = 'VEHICLE_STATE:ASLEEP';

export const load: PageServerLoad = async ({ params, parent, locals }) => {
	await parent();
	const { context } = locals;
	const rules = await listRulesMeeting(context, params.clientId);
	const ids = rules.flatMap(({ vehicleId }) => vehicleId?.toLowerCase() ?? []);
	const [names, vehicles] = await Promise.all([
		nameKnownVehicles(context, ids),
		listConnectedVehicles(context, params.clientId)
	]);
	return {
		title: words.faults,
		subtitle: words.lead,
		rules: rules.map((rule) => ({
			...rule,
			/** Null where no vehicle is known by its id. */
			vehicle: names.get(rule.vehicleId?.toLowerCase() ?? '') ?? null,
			isLeft: isLeft(rule),
			unit: findFault(rule.fault)?.amount?.unit ?? null,
			isDelivery: findFault(rule.fault)?.kind === 'webhook'
		})),
		faults: FAULTS,
		vehicles,
		/** As it is copied, with the fault that apps meet most. */
		headerLine: `${FAULT_HEADER}: ${MOST_MET}`
	};
};

const refused = ({ message, field, typed }: FormFault): Answer => ({
	error: message,
	...(field !== undefined && { field }),
	typed
});

async function keep(context: Context, rule: NewRule, typed: Answer['typed']) {
	const kept = await addRule(context, rule);
	return kept.ok ? ({ done: words.added(rule.fault) } satisfies Answer) : notKept(kept.code, typed);
}

function notKept(code: RulesRefusal['code'], typed?: Answer['typed']) {
	// Its application was there when the form was read.
	const error = code === 'TOO_MANY' ? words.tooMany(MOST_RULES) : words.gone;
	return fail<Answer>(400, { error, ...(typed && { typed }) });
}

const OneRule = z.object({ id: text });

const orGone = (done: string, isThere: boolean) =>
	isThere ? ({ done } satisfies Answer) : fail<Answer>(404, { error: words.gone });

export const actions: Actions = {
	add: applicationForm(
		RuleForm,
		(input, { context, clientId }) => {
			const rule = ruleOf(input, clientId);
			const typed = Object.fromEntries(
				Object.entries(input).map(([name, value]) => [name, String(value ?? '')])
			);
			return 'error' in rule ? fail<Answer>(400, { ...rule, typed }) : keep(context, rule, typed);
		},
		refused
	),
	common: applicationForm(
		RuleForm.pick({ fault: true }),
		({ fault }, { context, clientId }) => {
			const nothing = { vehicleId: null, path: null, amount: null };
			return keep(context, { ...nothing, fault, clientId, times: 1, isOn: true }, {});
		},
		refused
	),
	on: applicationForm(
		OneRule,
		async ({ id }, { context, clientId }) =>
			orGone(words.switchedOn, await switchRule(context, { id, clientId }, true)),
		refused
	),
	off: applicationForm(
		OneRule,
		async ({ id }, { context, clientId }) =>
			orGone(words.switchedOff, await switchRule(context, { id, clientId }, false)),
		refused
	),
	remove: applicationForm(
		OneRule,
		async ({ id }, { context, clientId }) => {
			const removed = await removeRule(context, { id, clientId });
			if (!removed) return orGone(words.removed, false);
			return { done: words.removed, removed } satisfies Answer;
		},
		refused
	),
	'put-back': applicationForm(
		RemovedForm,
		async (input, { context, clientId }) => {
			const rule = removedOf(input, clientId);
			if ('error' in rule) return fail<Answer>(400, { error: rule.error });
			const kept = await putBackRule(context, rule);
			return kept.ok ? ({ done: words.putBack } satisfies Answer) : notKept(kept.code);
		},
		refused
	)
};
