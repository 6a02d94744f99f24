import type { Context } from '../context.ts';
import { Batch } from './batch.ts';
import type { Exchange } from './exchange.ts';
import { writeRequests } from './write-requests.ts';

const batches = new WeakMap<Context['storage'], Batch>();

function batchOf({ storage }: Pick<Context, 'storage'>): Batch {
	const known = batches.get(storage) ?? new Batch();
	batches.set(storage, known);
	return known;
}

/** Keeps a request for the next time that they are written down. Awaits nothing, and never throws. */
export function noteRequest(context: Pick<Context, 'storage'>, exchange: Exchange): void {
	// What scripts ask the sandbox itself for is no request of an application.
	if (exchange.dialect !== 'control') batchOf(context).add(exchange);
}

/** Forgets what waits. */
export function forgetRequests(context: Pick<Context, 'storage'>): void {
	batchOf(context).take();
}

/**
 * Writes down what waits; what cannot be written waits on.
 *
 * @returns whether there was any
 */
export async function flushRequests(context: Context): Promise<boolean> {
	const batch = batchOf(context);
	const taken = batch.take();
	if (taken.length === 0) return false;
	try {
		await context.note((transaction) => writeRequests(transaction, taken));
	} catch (error) {
		batch.putBack(taken);
		throw error;
	}
	return true;
}
