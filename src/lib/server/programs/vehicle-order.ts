import type { Ordered } from '#lib/vehicles/commands/order.ts';
import type { Context } from '../context.ts';
import { findCallable } from '../fleet/calls/facts.ts';
import { orderVehicle } from '../fleet/order.ts';
import { inTurn } from '../fleet/turns.ts';
import type { CallTarget } from './vehicle-call.ts';

/** What became of a command that was allowed: its connection or vehicle may have gone meanwhile. */
export type OrderedCall =
	| { readonly kind: 'disconnected' }
	| { readonly kind: 'deleted' }
	| {
			readonly kind: 'ordered';
			readonly outcome: Ordered;
			/** By the rehearsal. */
			readonly at: number;
	  };

/** Gives a vehicle a command in the transaction in which it is still connected. */
export function orderCalled(
	context: Context,
	{ connectionId, vehicleId }: Pick<CallTarget, 'connectionId' | 'vehicleId'>,
	code: string,
	parameters: unknown
): Promise<OrderedCall> {
	return inTurn(context, [vehicleId], () =>
		context.write(async (transaction): Promise<OrderedCall> => {
			if (!(await findCallable(transaction, connectionId))) return { kind: 'disconnected' };
			const outcome = await orderVehicle(transaction, vehicleId, code, parameters);
			if (!outcome) return { kind: 'deleted' };
			return { kind: 'ordered', outcome, at: transaction.now };
		})
	);
}
