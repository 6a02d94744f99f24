import { quote } from '#lib/access/characters.ts';
import { UUID } from '#lib/access/client-id.ts';
import type { ConnectMode } from '#lib/connect/session-data.ts';
import type { Call } from '../call.ts';
import { Refused } from '../endpoint.ts';
import { v2Refusal } from './answers.ts';
import type { Bearer } from './bearer.ts';

/** A vehicle that a token reaches, with whose token it is. */
export type Reached = Bearer['vehicles'][number] & {
	readonly clientId: string;
	readonly mode: ConnectMode;
};

/** The vehicle of the path, or the refusal. */
export function vehicleOf(
	{ envelope, params }: Pick<Call, 'envelope' | 'params'>,
	{ vehicles, clientId, mode }: Bearer
): Reached | Refused {
	const { vehicleId = '' } = params;
	if (!UUID.test(vehicleId)) {
		const message = `${quote(vehicleId)} is no vehicle id; send a UUID.`;
		return new Refused(
			v2Refusal(envelope.id, 'VALIDATION', { detail: [{ field: 'vehicleId', message }] })
		);
	}
	// The same answer for a vehicle of somebody else and for none at all.
	const vehicle = vehicles.find(({ id }) => id === vehicleId.toLowerCase());
	return vehicle
		? { ...vehicle, clientId, mode }
		: new Refused(v2Refusal(envelope.id, 'PERMISSION'));
}
