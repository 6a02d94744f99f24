import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { errorOfNeeds } from '../api-v2/read.ts';
import { V2_READINGS } from '../api-v2/readings.ts';
import { COMMANDS } from '../commands/commands.ts';
import { order } from '../commands/order.ts';
import { sampleOf } from '../commands/samples.ts';
import type { Vehicle } from '../kept.ts';
import { readSignal } from '../platform/read.ts';
import { isSignalCode } from '../signals/signals.ts';
import { orderError } from './order-error.ts';
import { platformError, type PlatformErrorName } from './platform-errors.ts';

/** What a call that is allowed gets from the vehicle itself. */
export interface CallAnswer {
	readonly status: number;
	/** Error of the platform; with a status of 200 it stands in the answer instead of a value. */
	readonly error: PlatformErrorName | null;
}

const TOLD: CallAnswer = { status: 200, error: null };

/** What becomes now of a call that nothing stands against, on a vehicle that has lived up to now. */
export function answerOf(
	vehicle: Vehicle,
	{ code, apiVersion }: Pick<CatalogItem, 'code' | 'apiVersion'>
): CallAnswer {
	const { state } = vehicle;
	const command = COMMANDS[code];
	if (command) {
		const ordered = order(vehicle, command, sampleOf(code, state), state.time);
		return ordered.kind === 'refused' ? failed(orderError(ordered.refusal, apiVersion)) : TOLD;
	}
	if (isSignalCode(code)) {
		const { error } = readSignal(vehicle, code);
		// A signal of API v3 says in its own answer why it has no value.
		return error ? { status: 200, error: nameOf(error) } : TOLD;
	}
	const reading = V2_READINGS[code];
	const error = reading && errorOfNeeds(vehicle, reading);
	return error ? failed(nameOf(error)) : TOLD;
}

function failed(error: PlatformErrorName): CallAnswer {
	return { status: platformError(error).status, error };
}

type ReadingError = NonNullable<ReturnType<typeof readSignal>['error']>;

function nameOf({ code }: ReadingError): PlatformErrorName {
	return code === 'NOT_CHARGING'
		? 'VEHICLE_STATE:NOT_CHARGING'
		: 'COMPATIBILITY:VEHICLE_NOT_CAPABLE';
}
