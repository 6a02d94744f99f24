import { DAY } from '#lib/vehicles/spans.ts';
import { log } from '../log.ts';
import type { Context } from '../context.ts';
import { dueVehicles, lookNoMore, postpone } from '../webhooks/watched-vehicle.ts';
import { tellReceivers } from '../webhooks/watch.ts';
import { StorageError } from '../storage-error.ts';
import { noteBehind } from './behind.ts';
import { inTurn } from './turns.ts';
import { findLife } from './vehicles.ts';

/** Vehicles that are looked at before others have their turn. */
const AT_A_TIME = 20;

/**
 * Looks at some vehicles that webhooks are told of, whose next fetch may bring something to tell
 * although nobody did anything with them.
 *
 * @returns whether there may be more
 */
export async function lookAtDue(context: Context): Promise<boolean> {
	const due = await context.read((transaction) => dueVehicles(transaction, AT_A_TIME));
	for (const id of due) await lookAt(context, id);
	return due.length > 0;
}

async function lookAt(context: Context, id: string): Promise<void> {
	try {
		await inTurn(context, [id], () =>
			context.note(async (transaction) => {
				const life = await findLife(transaction, id);
				if (!life) return;
				await tellReceivers(transaction, { id, life });
				await lookNoMore(transaction, id);
				// It has lived long, and would have to again for the next look.
				if (transaction.now - life.state.time > DAY) noteBehind(transaction, id);
			})
		);
	} catch (error) {
		if (error instanceof StorageError && error.code !== 'damaged') throw error;
		log.error({ err: error, vehicle: id }, 'a vehicle cannot be looked at for webhooks');
		await context.note((transaction) => postpone(transaction, id));
	}
}
