import type { Answer } from './answer.ts';
import type { Call } from './call.ts';

/** A step's end of the matter: what is answered instead of going on. */
export class Refused {
	readonly answer: Answer;

	constructor(answer: Answer) {
		this.answer = answer;
	}
}

/**
 * May have something else happen than what is called, once it is known that it would be answered: in
 * place of the answer, before it, or to it.
 *
 * @param answer does what is called; not called at all, nothing was done
 */
export type Fault = (call: Call, answer: () => Promise<Answer>) => Promise<Answer>;

/** The steps of what one address answers by one method, in their order. */
interface Steps<Caller, Reach> {
	/** Who asks, as far as the request says. */
	readonly who: (call: Call) => Promise<Caller | Refused>;
	/** Whether it may ask that often. */
	readonly limit: (call: Call, caller: Caller) => Refused | null;
	/** What it reaches. */
	readonly permission: (call: Call, caller: Caller) => Reach | Refused | Promise<Reach | Refused>;
	/** @param fault for what is answered in parts, each of which may go wrong by itself */
	readonly answer: (call: Call, reach: Reach, fault: Fault) => Promise<Answer>;
}

export type Endpoint = (call: Call, fault: Fault) => Promise<Answer>;

export function endpoint<Caller, Reach>(steps: Steps<Caller, Reach>): Endpoint {
	return async (call, fault) => {
		const caller = await steps.who(call);
		if (caller instanceof Refused) return caller.answer;
		call.envelope.clientId ??= clientIdOf(caller);
		const tooOften = steps.limit(call, caller);
		if (tooOften) return tooOften.answer;
		const reach = await steps.permission(call, caller);
		if (reach instanceof Refused) return reach.answer;
		return fault(call, () => steps.answer(call, reach, fault));
	};
}

/** The application that asks, where the caller is one, or asks for one. */
function clientIdOf(caller: unknown): string | undefined {
	if (typeof caller !== 'object' || caller === null || !('clientId' in caller)) return undefined;
	return typeof caller.clientId === 'string' ? caller.clientId : undefined;
}

/** Of what everybody may ask as often as they like. */
export const unlimited = () => null;

/** Where nothing is asked beyond who it is. */
export const asCaller = <Caller>(_call: Call, caller: Caller): Caller => caller;
