import { nearest } from '#lib/access/nearest.ts';
import { FAULTS, findFault, type Fault } from './faults.ts';

/** The header by which one call alone goes wrong. */
export const FAULT_HEADER = 'x-valetkey-fault';

/** A fault with its number. */
export interface AskedFault {
	readonly fault: Fault;
	/** Null for what is usual. */
	readonly amount: number | null;
}

/** Why a text names no fault. */
export type NotAsked =
	| { readonly code: 'unknown'; readonly given: string; readonly near: string | null }
	| { readonly code: 'takes-no-amount'; readonly fault: Fault }
	| { readonly code: 'wrong-amount'; readonly fault: Fault };

/** Reads `NAME` or `NAME=amount`, as the header has it. */
export function readAsked(text: string): AskedFault | NotAsked {
	const [, name = '', , number] = /^([^=]*)(=(.*))?$/s.exec(text) ?? [];
	const fault = findFault(name);
	if (!fault) return unknownFault(name.trim());
	if (number === undefined) return { fault, amount: null };
	const amount = /^\s*\d{1,12}\s*$/.test(number) ? Number(number) : NaN;
	const wrong = checkAmount(fault, amount);
	return wrong ? { code: wrong, fault } : { fault, amount };
}

/** What is wrong with a number beside a fault; null where nothing is. */
export function checkAmount(
	{ amount }: Pick<Fault, 'amount'>,
	given: number
): 'takes-no-amount' | 'wrong-amount' | null {
	if (!amount) return 'takes-no-amount';
	return Number.isInteger(given) && given >= 1 && given <= amount.most ? null : 'wrong-amount';
}

export function unknownFault(given: string): NotAsked & { readonly code: 'unknown' } {
	const near = nearest(
		given,
		FAULTS.map(({ name }) => name)
	);
	return { code: 'unknown', given, near };
}

/** The number that a fault goes by. */
export function amountOf({ fault, amount }: AskedFault): number {
	return amount ?? fault.amount?.usual ?? 0;
}
