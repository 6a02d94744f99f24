import { officialCatalog } from '#lib/access/catalog/official.ts';
import { COMMANDS } from '#lib/vehicles/commands/commands.ts';
import { REFUSALS, type Refusal } from '#lib/vehicles/events/refusal.ts';
import { isPlatformErrorName } from '#lib/vehicles/call/platform-errors.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import { findToldVehicle } from '../../connect/told-vehicle.ts';
import { orderVehicle } from '../../fleet/order.ts';
import type { Call } from '../call.ts';
import { Refused } from '../endpoint.ts';
import { v3Refusal } from './answers.ts';
import type { AskedItem } from './endpoint.ts';
import { notFound, type Reach } from './reach.ts';

/** What a vehicle did. */
export interface Done {
	/** What was sent with the command; null where it takes nothing. */
	readonly parameters: unknown;
	/** By the rehearsal. */
	readonly at: number;
	/** The vehicle after it. */
	readonly after: Vehicle;
}

/** A command as an item that is asked for. */
export function askedCommand(code: string): AskedItem {
	const [item, command] = [officialCatalog.item(code), COMMANDS[code]];
	if (!item || !command) throw new TypeError(`${code} is no command`);
	return {
		item,
		permissions: item.permissions,
		capable: ({ abilities }) => abilities.includes(command.needs)
	};
}

/** Has a vehicle do what was sent, in the transaction in which it is still connected. */
export async function orderReached(
	call: Call,
	reach: Reach,
	code: string,
	parameters: unknown
): Promise<Done | Refused> {
	const { told, caller } = reach;
	const ordered = await call.context.write(async (transaction) => {
		const still = await findToldVehicle(transaction, caller.clientId, told.id, told.userId);
		if (still?.connectionId !== told.connectionId) return null;
		const outcome = await orderVehicle(transaction, told.vehicleId, code, parameters ?? {});
		return { outcome, at: transaction.now };
	});
	if (!ordered) return notFound(call);
	const { outcome, at } = ordered;
	if (outcome.kind === 'changed') return { parameters, at, after: outcome.vehicle };
	if (outcome.kind === 'not-valid') {
		return new Refused(v3Refusal(call.envelope.id, 'VALIDATION:INVALID_INPUT_FORMAT'));
	}
	return new Refused(v3Refusal(call.envelope.id, nameOf(outcome.refusal)));
}

function nameOf(refusal: Refusal) {
	if (refusal === 'NO_SUCH_SCHEDULE') return 'RESOURCE_NOT_FOUND:SCHEDULE_NOT_FOUND';
	const name = `${REFUSALS[refusal]}:${refusal}`;
	if (!isPlatformErrorName(name)) throw new TypeError(`No command is refused with ${refusal}.`);
	return name;
}
