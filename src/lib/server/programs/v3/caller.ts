import { UUID } from '#lib/access/client-id.ts';
import type { ConnectMode } from '#lib/connect/session-data.ts';
import { hadVehicle } from '../../connect/ended-vehicle.ts';
import { findAccessGrant } from '../../connect/token/access-token.ts';
import { findToldVehicle, type ConnectedVehicle } from '../../connect/told-vehicle.ts';
import { userIdOf } from '../../connect/told-ids.ts';
import type { Transaction } from '../../context.ts';
import { bearerToken, INVALID_TOKEN, NO_TOKEN } from '../bearer-token.ts';
import type { Call } from '../call.ts';
import { Refused } from '../endpoint.ts';
import { readCalled, type ReadVehicle } from '../vehicle-call.ts';
import { v3Refusal } from './answers.ts';
import { findBearer, type Bearer } from './bearer.ts';

/** Whom a request says it is about; undefined where it says nothing. */
interface Named {
	readonly userId: string | null;
	/** Undefined also for what is no id of a vehicle. */
	readonly vehicleId: string | undefined;
}

/** Who asks, and the vehicle that they ask for, as far as they reach it. */
export interface Caller extends Bearer {
	readonly vehicle: ToldVehicle | null;
	/** Whether they reached it until its connection ended. */
	readonly ended: boolean;
	/** That vehicle as it was read with the token; null where there is none. */
	readonly read: ReadVehicle | null;
}

export interface ToldVehicle extends Omit<ConnectedVehicle, 'userId'> {
	/** As its application knows it. */
	readonly id: string;
	readonly mode: ConnectMode;
}

/** Reads token and vehicle from one state of the storage. */
export async function readCaller(call: Call): Promise<Caller | Refused> {
	const { context, envelope, request } = call;
	const refuse = (headers: Readonly<Record<string, string>>) =>
		new Refused(v3Refusal(envelope.id, 'AUTHENTICATION:UNAUTHORIZED', { headers }));
	const token = bearerToken(request);
	if (token === null) return refuse(NO_TOKEN);
	if (token === undefined) return refuse(INVALID_TOKEN);
	const caller = await context.read(async (transaction) => {
		const bearer = await findBearer(transaction, token);
		if (!bearer) return null;
		const asked = named(call);
		const vehicle = await findVehicleOf(transaction, bearer, asked);
		const ended = vehicle === null && (await hadVehicle(transaction, bearer, asked));
		const read = vehicle && (await readCalled(transaction, vehicle));
		return { ...bearer, vehicle, ended, read };
	});
	if (caller) return caller;
	// One that is out of time is noted as such.
	await findAccessGrant(context, token);
	return refuse(INVALID_TOKEN);
}

/** The user that a request names; null where it names none. */
export function userNamedBy({ request }: Pick<Call, 'request'>): string | null {
	return request.headers.get('sc-user-id')?.trim() || null;
}

function named(call: Call): Named {
	const userId = userNamedBy(call)?.toLowerCase() ?? null;
	const { vehicleId } = call.params;
	return { userId, vehicleId: UUID.test(vehicleId ?? '') ? vehicleId?.toLowerCase() : undefined };
}

async function findVehicleOf(
	transaction: Transaction,
	{ clientId, grant }: Bearer,
	{ userId, vehicleId }: Named
): Promise<ToldVehicle | null> {
	if (vehicleId === undefined || (userId !== null && !UUID.test(userId))) return null;
	if (!grant) {
		const found = await findToldVehicle(transaction, clientId, vehicleId, userId);
		return found && { ...found, id: vehicleId };
	}
	const reached = grant.vehicles.find(({ id }) => id === vehicleId);
	const isOwner = userId === null || userId === (await userIdOf(transaction, grant));
	if (!reached || !isOwner) return null;
	const { permissions: granted, ...ids } = reached;
	return { ...ids, granted, mode: grant.mode };
}
