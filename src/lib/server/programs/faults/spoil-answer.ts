import { amountOf, FAULT_HEADER, type AskedFault } from '#lib/faults/asked.ts';
import { aged, emptied, halved, type ToldAnswer } from '#lib/faults/spoil.ts';
import type { JsonAnswer } from '#lib/connect/oauth-error.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import { signalNotFound } from '../v3/signal.ts';

/**
 * Spoils what a vehicle answered. Such an answer says so, since it alone may be otherwise than its API
 * is described.
 *
 * @returns null where there is nothing that could be spoiled
 */
export function spoil(call: Call, asked: AskedFault, answer: Answer): Answer | null {
	if (typeof answer === 'string' || 'pieces' in answer || answer.status !== 200) return null;
	const spoiled = spoilJson(call, asked, answer);
	if (!spoiled || isSame(spoiled, answer)) return null;
	return { ...spoiled, headers: { ...spoiled.headers, [FAULT_HEADER]: asked.fault.name } };
}

function spoilJson(call: Call, asked: AskedFault, answer: JsonAnswer): JsonAnswer | null {
	switch (asked.fault.name) {
		case 'EMPTY_STORE':
			// Until something of it arrives, a signal is answered as if it were none.
			return call.params.code === undefined ? told(answer, emptied) : signalNotFound(call);
		case 'HALF_BODY':
			return retold(answer, halved);
		case 'STALE':
			return retold(answer, (one) => aged(one, amountOf(asked)));
		default:
			return null;
	}
}

function told(answer: JsonAnswer, change: (body: unknown) => unknown): JsonAnswer {
	return { ...answer, body: JSON.stringify(change(JSON.parse(answer.body))) };
}

function retold(answer: JsonAnswer, change: (told: ToldAnswer) => ToldAnswer): JsonAnswer {
	const { headers, body } = change({ headers: answer.headers, body: JSON.parse(answer.body) });
	return { ...answer, headers, body: JSON.stringify(body) };
}

function isSame(one: JsonAnswer, other: JsonAnswer): boolean {
	const headers = Object.entries(one.headers);
	return one.body === other.body && headers.every(([name, value]) => other.headers[name] === value);
}
