import type { Answer } from './answer.ts';
import type { Call } from './call.ts';

/** A step's end of the matter: what is answered instead of going on. */
export class Refused {
	readonly answer: Answer;

	constructor(answer: Answer) {
		this.answer = answer;
	}
}

/** May answer instead of what is called, once it is known that it would be answered. */
export type Fault = (call: Call) => Promise<Answer | null>;

/** The steps of what one address answers by one method, in their order. */
interface Steps<Caller, Reach> {
	/** Who asks, as far as the request says. */
	readonly who: (call: Call) => Promise<Caller | Refused>;
	/** Whether it may ask that often. */
	readonly limit: (call: Call, caller: Caller) => Refused | null;
	/** What it reaches. */
	readonly permission: (call: Call, caller: Caller) => Reach | Refused | Promise<Reach | Refused>;
	readonly answer: (call: Call, reach: Reach) => Promise<Answer>;
}

export type Endpoint = (call: Call, fault: Fault) => Promise<Answer>;

export function endpoint<Caller, Reach>(steps: Steps<Caller, Reach>): Endpoint {
	return async (call, fault) => {
		const caller = await steps.who(call);
		if (caller instanceof Refused) return caller.answer;
		const tooOften = steps.limit(call, caller);
		if (tooOften) return tooOften.answer;
		const reach = await steps.permission(call, caller);
		if (reach instanceof Refused) return reach.answer;
		return (await fault(call)) ?? steps.answer(call, reach);
	};
}

/** Of what everybody may ask as often as they like. */
export const unlimited = () => null;

/** Where nothing is asked beyond who it is. */
export const asCaller = <Caller>(_call: Call, caller: Caller): Caller => caller;
