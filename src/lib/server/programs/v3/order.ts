import { officialCatalog } from '#lib/access/catalog/official.ts';
import { COMMANDS } from '#lib/vehicles/commands/commands.ts';
import { orderError } from '#lib/vehicles/call/order-error.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import type { Call } from '../call.ts';
import { Refused } from '../endpoint.ts';
import { detailOf } from '../refusal-detail.ts';
import { orderCalled } from '../vehicle-order.ts';
import { v3Refusal } from './answers.ts';
import type { AskedItem } from './endpoint.ts';
import { connectionEnded, type Reach } from './reach.ts';

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
		code,
		permissions: item.permissions,
		capable: ({ abilities }) => abilities.includes(command.needs)
	};
}

/** Has a vehicle do what was sent, in the transaction in which it is still connected. */
export async function orderReached(
	call: Call,
	{ told }: Reach,
	code: string,
	parameters: unknown
): Promise<Done | Refused> {
	const ordered = await orderCalled(call.context, told, code, parameters ?? {});
	if (ordered.kind === 'disconnected') return connectionEnded(call);
	if (ordered.kind === 'deleted') {
		return new Refused(v3Refusal(call.envelope.id, 'CONNECTED_SERVICES_ACCOUNT:VEHICLE_MISSING'));
	}
	const { outcome, at } = ordered;
	if (outcome.kind === 'changed') return { parameters, at, after: outcome.vehicle };
	if (outcome.kind === 'not-valid') {
		return new Refused(v3Refusal(call.envelope.id, 'VALIDATION:INVALID_INPUT_FORMAT'));
	}
	const { refusal } = outcome;
	const detail = detailOf(refusal);
	const facts = detail === undefined ? {} : { detail };
	return new Refused(v3Refusal(call.envelope.id, orderError(refusal, 'v3'), facts));
}
