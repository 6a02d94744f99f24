import { COMMANDS } from '#lib/vehicles/commands/commands.ts';
import { order, type Ordered } from '#lib/vehicles/commands/order.ts';
import type { Context } from '../context.ts';
import { keepAfter } from './happen.ts';
import { inTurn } from './turns.ts';
import { findKept } from './vehicles.ts';

/**
 * Gives a vehicle a command of the catalog now, by the rehearsal.
 *
 * @returns null where there is no such vehicle, or no longer
 * @throws {TypeError} when there is no such command: who asks has looked before.
 */
export function orderVehicle(
	context: Context,
	vehicleId: string,
	commandCode: string,
	parameters: unknown
): Promise<Ordered | null> {
	const command = COMMANDS[commandCode];
	if (!command) throw new TypeError(`There is no command ${commandCode}.`);
	return inTurn(context, vehicleId, () =>
		context.write(async (transaction) => {
			const vehicle = await findKept(transaction, vehicleId);
			if (!vehicle) return null;
			const ordered = order(vehicle.life, command, parameters, transaction.now);
			if (ordered.kind === 'changed') await keepAfter(transaction, vehicle, ordered);
			return ordered;
		})
	);
}
