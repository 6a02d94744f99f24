import { quote } from '#lib/access/characters.ts';
import { dialectOf, type Dialect } from '#lib/access/program-address.ts';
import { FAULT_HEADER, readAsked } from '#lib/faults/asked.ts';
import { meets } from '#lib/faults/meets.ts';
import type { FaultRule } from '#lib/faults/rules.ts';
import type { Context } from '../../context.ts';
import { findRules } from '../../faults/kept-rules.ts';
import type { Call } from '../call.ts';
import { refusalInDialect } from '../dialect.ts';
import { Refused } from '../endpoint.ts';
import type { BegunCall } from '../pipeline.ts';
import { wordNotAsked } from './words.ts';

/** Begins with a call: what its header asks for, or else what the rules say, goes wrong with it. */
export function begin(call: Call): BegunCall | Refused {
	const dialect = dialectOf(call.pathname);
	// Whoever sets faults must be able to take them away again.
	if (dialect === null || dialect === 'control')
		return { call, fault: (_call, answer) => answer() };
	const text = call.request.headers.get(FAULT_HEADER);
	return text === null ? byRules(call) : byHeader(call, text, dialect);
}

/** The rules are read in the first transaction that the call reads in, of the same state. */
function byRules(call: Call): BegunCall {
	let read: readonly FaultRule[] | null = null;
	const context = readingAlong(call.context, (rules) => {
		read = rules;
	});
	return {
		call: { ...call, context },
		fault: async (met, answer) => {
			const rules = read ?? (await met.context.read((one) => findRules(one, null)));
			if (rules.length === 0) return answer();
			const { meetRules } = await import('./meet-rules.ts');
			return meetRules(met, rules, answer);
		}
	};
}

function readingAlong(context: Context, tell: (rules: readonly FaultRule[]) => void): Context {
	let isRead = false;
	return {
		...context,
		read(work) {
			if (isRead) return context.read(work);
			isRead = true;
			return context.read(async (transaction) => {
				tell(await findRules(transaction, null));
				return work(transaction);
			});
		}
	};
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
