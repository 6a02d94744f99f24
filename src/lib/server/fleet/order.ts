import { COMMANDS } from '#lib/vehicles/commands/commands.ts';
import { order, type Ordered } from '#lib/vehicles/commands/order.ts';
import type { Context } from '../context.ts';
import { changeLife } from './change-life.ts';

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
	return changeLife(context, vehicleId, (life, now) => {
		const ordered = order(life, command, parameters, now);
		return { change: ordered.kind === 'changed' ? ordered : null, outcome: ordered };
	});
}
