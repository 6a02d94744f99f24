import { dialectOf } from '#lib/access/program-address.ts';
import { RATE_LIMITS, secondsToWait } from '../connect/throttle.ts';
import { refusalOf } from '../http/guard.ts';
import { logFault } from '../log-fault.ts';
import { allowed, endpointFor, findAddress } from './addresses.ts';
import type { Answer } from './answer.ts';
import type { Asked, Call, ProgramRequest } from './call.ts';
import {
	FAILED,
	nothingAt,
	refusalInDialect,
	unavailable,
	wrongMethod,
	type Refusal
} from './dialect.ts';
import { Refused, type Fault } from './endpoint.ts';

/** A call that goes on, and what may go wrong with it on purpose. */
export interface BegunCall {
	/** The call, or one in its place that reads along. */
	readonly call: Call;
	readonly fault: Fault;
}

/** What may take part in every call. */
export interface Stages {
	/** Has it known what is read of a request. */
	readonly watch?: (request: ProgramRequest) => ProgramRequest;
	/** Begins with a call before anything is read for it, and may refuse what it says of faults. */
	readonly fault?: (call: Call) => BegunCall | Refused | Promise<BegunCall | Refused>;
	/**
	 * Told of each request and its answer, before that is sent.
	 *
	 * @returns what is sent in its place, where it is to be told how it went on
	 */
	readonly record?: (asked: Asked, answer: Answer) => Answer | void;
}

const NO_FAULT: Fault = (_call, answer) => answer();

/** Answers whatever a program asks for; each refusal in the words of its address. */
export async function answerProgram(asked: Asked, stages: Stages = {}): Promise<Answer> {
	const { watch, record } = stages;
	const watched = watch ? { ...asked, request: watch(asked.request) } : asked;
	const answer = await answerOrFail(watched, stages);
	return record?.(watched, answer) ?? answer;
}

async function answerOrFail(asked: Asked, stages: Stages): Promise<Answer> {
	try {
		return await answerCall(asked, stages);
	} catch (error) {
		const storage = logFault(error, asked.envelope.id);
		return inDialect(asked, storage ? unavailable(storage) : FAILED);
	}
}

async function answerCall(asked: Asked, stages: Stages): Promise<Answer> {
	const { context, envelope, request, pathname } = asked;
	const { method, headers } = request;
	const foreign = refusalOf(
		{ method, pathname, headers, own: envelope.origin },
		context.settings.origins
	);
	if (foreign) return inDialect(asked, foreign);
	const address = findAddress(pathname);
	if (!address) return inDialect(asked, nothingAt(pathname));
	envelope.route = address.route;
	const tooOften = limitAddress(asked);
	if (tooOften) return inDialect(asked, tooOften);
	const endpoint = endpointFor(address, method);
	if (!endpoint) return inDialect(asked, wrongMethod(method, allowed(address)));
	const call = { ...asked, params: address.params };
	if (!stages.fault) return endpoint(call, NO_FAULT);
	const begun = await stages.fault(call);
	return begun instanceof Refused ? begun.answer : endpoint(begun.call, begun.fault);
}

/** How often one address may ask for data; those of another dialect count for themselves. */
function limitAddress({ context, envelope, pathname }: Asked): Refusal | null {
	const dialect = dialectOf(pathname);
	if (dialect === 'oauth' || dialect === 'control') return null;
	const seconds = secondsToWait(context, 'apiAddress', envelope.address);
	if (seconds === 0) return null;
	return {
		status: 429,
		message: `At most ${RATE_LIMITS.apiAddress} requests a minute from one address; try again in ${seconds} s.`,
		headers: { 'retry-after': String(seconds) }
	};
}

function inDialect({ pathname, envelope }: Asked, refusal: Refusal): Answer {
	const answer = refusalInDialect(pathname, refusal, envelope.id);
	if (!answer) throw new TypeError(`No program asks at ${pathname}`);
	return answer;
}
