import { amountOf, type AskedFault } from '#lib/faults/asked.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { HANG_UP, type Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import { held } from './held.ts';
import { errorAnswer, oauthAnswer, rateLimited } from './refusals.ts';
import { spoil } from './spoil-answer.ts';

/**
 * Has something go wrong with a call.
 *
 * @param answer does what is called
 * @returns null where there is nothing about the answer that could be spoiled
 */
export async function act(
	call: Call,
	asked: AskedFault,
	answer: () => Promise<Answer>
): Promise<Answer | null> {
	const { fault } = asked;
	const amount = amountOf(asked);
	switch (fault.kind) {
		case 'error':
			return errorAnswer(call, fault.name, amount);
		case 'oauth':
			return oauthAnswer(call, fault.name);
		case 'held':
			call.request.keepOpen?.(amount);
			return held(await answer(), amount);
		case 'shape':
			return spoil(call, asked, await answer());
		case 'webhook':
			return null;
		case 'line':
			break;
	}
	switch (fault.name) {
		case 'LATENCY':
			call.request.keepOpen?.(amount);
			await wait(amount);
			return answer();
		case 'RATE_LIMIT':
			return rateLimited(call, amount);
		case 'DROP':
			return HANG_UP;
	}
}
