import { UUID } from '#lib/access/client-id.ts';
import { FAULTS } from '#lib/faults/faults.ts';
import type { FaultRule } from '#lib/faults/rules.ts';
import {
	listRules,
	MOST_RULES,
	removeRules,
	replaceRules,
	type RulesRefusal
} from '../../faults/rules.ts';
import type { Answer } from '../answer.ts';
import { queryOf, type Call } from '../call.ts';
import { controlAnswer, controlRefusal } from './answers.ts';
import { controlEndpoint, controlReading } from './endpoint.ts';
import { FAULTS_FORM } from './faults-request.ts';
import { refuseProblems } from './read-body.ts';

/** `GET /sandbox/api/faults`: the rules, and what can go wrong. */
export const listingFaults = controlReading(async (call) =>
	withScope(call, async (clientId) =>
		controlAnswer(inAnswer(await listRules(call.context, clientId)), call.envelope.id)
	)
);

/** `PUT /sandbox/api/faults`: puts rules in the place of those there are. */
export const replacingFaults = controlEndpoint(FAULTS_FORM, (call, { rules }) =>
	withScope(call, async (scope) => {
		const other = rules.findIndex(({ clientId }) => clientId !== null && clientId !== scope);
		if (scope !== null && other >= 0) {
			const message = 'The query names another application; leave one of them out.';
			return refused(call, `rules[${other}].clientId`, message);
		}
		const wanted = rules.map(({ on, clientId, ...rule }) => ({
			...rule,
			clientId: clientId ?? scope,
			isOn: on
		}));
		const kept = await replaceRules(call.context, scope, wanted);
		if (kept.ok) return controlAnswer(inAnswer(kept.rules), call.envelope.id);
		return refuseRules(call, scope, kept);
	})
);

/** `DELETE /sandbox/api/faults`: takes them away. */
export const removingFaults = controlReading(async (call) =>
	withScope(call, async (clientId) => {
		const removed = await removeRules(call.context, clientId);
		return controlAnswer({ removed }, call.envelope.id);
	})
);

/** @param work is handed the application of the query; null for all there are */
async function withScope(
	call: Call,
	work: (clientId: string | null) => Promise<Answer>
): Promise<Answer> {
	const clientId = queryOf(call.request).get('clientId');
	if (clientId === null) return work(null);
	if (UUID.test(clientId)) return work(clientId.toLowerCase());
	return refused(call, 'clientId', 'Write the client id of an application, or leave it out.');
}

function refuseRules(call: Call, scope: string | null, refusal: RulesRefusal): Answer {
	switch (refusal.code) {
		case 'NO_SUCH_APPLICATION': {
			const path = scope === null ? `rules[${refusal.data.index}].clientId` : 'clientId';
			return refused(call, path, 'There is no application with this client id; write another.');
		}
		case 'TOO_MANY':
			return refused(call, 'rules', `There may be ${MOST_RULES} rules; remove some first.`);
	}
}

function refused({ envelope }: Call, path: string, message: string): Answer {
	return controlRefusal(envelope.id, refuseProblems([{ path, message }]));
}

function inAnswer(rules: readonly FaultRule[]): object {
	return {
		rules: rules.map(({ isOn, ...rule }) => ({ ...rule, on: isOn })),
		faults: FAULTS.map(({ name, amount }) => ({ name, amount }))
	};
}
