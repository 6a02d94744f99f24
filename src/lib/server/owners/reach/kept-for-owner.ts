import { keptRead } from '../../kept-read.ts';
import type { Context, Transaction } from '../../context.ts';
import { ownerIdOf } from '../actor.ts';

/** Longer than what any link of the portal asks for. */
const LONGEST_KEY = 300;

/**
 * A read of what one owner sees, which holds until anything is written. It may depend on no time, and on
 * nothing that is only noted.
 *
 * @param weigh in rows, where a result may consist of many
 */
export function keptForOwner<Asked, T>(
	read: (transaction: Transaction, ownerId: string, asked: Asked) => Promise<T>,
	weigh?: (result: T) => number
): (context: Context, asked: Asked) => Promise<T> {
	const kept = keptRead(
		({ key }: { key: string; ownerId: string; asked: Asked }) => key,
		(transaction, { ownerId, asked }) => read(transaction, ownerId, asked),
		weigh
	);
	return (context, asked) => {
		const ownerId = ownerIdOf(context);
		const key = JSON.stringify([ownerId, asked]);
		return context.read((transaction) =>
			key.length > LONGEST_KEY
				? read(transaction, ownerId, asked)
				: kept(transaction, { key, ownerId, asked })
		);
	};
}
