import { quote } from '#lib/access/characters.ts';
import { dialectOf, type Dialect } from '#lib/access/program-address.ts';
import { FAULT_HEADER, readAsked } from '#lib/faults/asked.ts';
import { meets } from '#lib/faults/meets.ts';
import { findRules } from '../../faults/kept-rules.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import { refusalInDialect } from '../dialect.ts';
import { Refused } from '../endpoint.ts';
import type { BegunCall } from '../pipeline.ts';
import { readingAlong, RulesFound } from './reading-along.ts';
import { wordNotAsked } from './words.ts';

/** Begins with a call: what its header asks for, or else what the rules say, goes wrong with it. */
export function begin(call: Call): BegunCall | Refused {
	const dialect = dialectOf(call.pathname);
	// Whoever sets faults must be able to take them away again.
	if (dialect === null || dialect === 'control')
		return { call, fault: (_call, answer) => answer() };
	const text = call.request.headers.get(FAULT_HEADER);
	return text === null ? byRules(call, dialect) : byHeader(call, text, dialect);
}

function byRules(call: Call, dialect: Dialect): BegunCall {
	const along = readingAlong(call.context);
	return {
		call: { ...call, context: along.context },
		fault: async (met, answer) => {
			let answered: Answer | null = null;
			// Tokens are given, and taken back, by one write without a read before it.
			if (along.rules() === null && dialect === 'oauth') {
				along.beginWithWrite();
				answered = await answer().catch(unlessFound);
			}
			const rules = along.rules() ?? (await met.context.read((one) => findRules(one, null)));
			// Where nothing was written, it is answered the same again.
			if (rules.length === 0) return answered ?? answer();
			const { meetRules } = await import('./meet-rules.ts');
			return meetRules(met, rules, answer);
		}
	};
}

function unlessFound(error: unknown): null {
	if (error instanceof RulesFound) return null;
	throw error;
}

function byHeader(call: Call, text: string, dialect: Dialect): BegunCall | Refused {
	const asked = readAsked(text);
	if ('code' in asked) return refused(call, wordNotAsked(asked));
	const { name } = asked.fault;
	const address = { dialect, method: call.request.method, route: call.envelope.route ?? '' };
	if (!meets(asked.fault, address)) {
		const { method, route } = address;
		return refused(call, `${name} does not happen at ${method} ${quote(route)}; leave it out.`);
	}
	return {
		call,
		fault: async (met, answer) => {
			const { act } = await import('./act.ts');
			const spoiled = await act(met, asked, answer);
			met.envelope.fault = { name, ruleId: null };
			return spoiled ?? answer();
		}
	};
}

function refused({ pathname, envelope }: Call, why: string): Refused {
	const message = `${FAULT_HEADER}: ${why}`;
	const answer = refusalInDialect(pathname, { status: 400, message }, envelope.id);
	if (!answer) throw new TypeError(`No program asks at ${pathname}`);
	return new Refused(answer);
}
