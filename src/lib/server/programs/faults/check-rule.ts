import { quote } from '#lib/access/characters.ts';
import { dialectOf } from '#lib/access/program-address.ts';
import { checkAmount } from '#lib/faults/asked.ts';
import type { Fault } from '#lib/faults/faults.ts';
import { meets } from '#lib/faults/meets.ts';
import { mayFitRoute } from '#lib/faults/path-pattern.ts';
import { ROUTES } from '../addresses.ts';
import { wordNotAsked } from './words.ts';

/** What is wrong with a rule, by the field that it is about. */
export interface RuleProblem {
	readonly field: 'amount' | 'path';
	/** A sentence. */
	readonly message: string;
}

/** The first that is wrong with a rule; null where it can do something. */
export function checkRule(
	fault: Fault,
	{ amount, path }: { readonly amount: number | null; readonly path: string | null }
): RuleProblem | null {
	const wrong = amount === null ? null : checkAmount(fault, amount);
	if (wrong) return { field: 'amount', message: wordNotAsked({ code: wrong, fault }) };
	if (path === null) return null;
	const problem = (message: string): RuleProblem => ({ field: 'path', message });
	if (fault.kind === 'webhook') {
		return problem(`${fault.name} happens to deliveries, which have no path; leave it out.`);
	}
	const found = ROUTES.filter(({ route }) => mayFitRoute(path, route));
	if (found.length === 0) return problem(`There is nothing at ${quote(path)}. ${WRITE_PATH}`);
	const isMet = found.some(({ route, methods }) =>
		methods.some((method) => meets(fault, { dialect: dialectOf(route), method, route }))
	);
	return isMet ? null : problem(`${fault.name} does not happen at ${quote(path)}. ${WRITE_OTHER}`);
}

const WRITE_PATH =
	'Write one of the API with * for what varies, such as /v3/vehicles/*/signals, or leave it out.';
const WRITE_OTHER = 'Write another path, or leave it out.';
