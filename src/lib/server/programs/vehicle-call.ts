import type { PermissionName } from '#lib/access/permission.ts';
import type { ConnectMode } from '#lib/connect/session-data.ts';
import { judgeCall, reachesVehicle, type CallJudgement } from '#lib/vehicles/call/judge.ts';
import type { Profile } from '#lib/vehicles/profiles/schema.ts';
import type { Transaction } from '../context.ts';
import { findCallable, type CallableConnection } from '../fleet/calls/facts.ts';
import { pendingOf } from '../fleet/calls/pending.ts';
import { spendCall } from '../fleet/calls/spend.ts';
import { findVehicle, type KeptVehicle } from '../fleet/vehicles.ts';
import type { Envelope } from '../http/envelope.ts';
import type { Asked } from './call.ts';

/** The vehicle that a call is for, as far as its application is connected to it. */
export interface CallTarget {
	readonly clientId: string;
	readonly connectionId: string;
	/** The vehicle's own id, not the one that the application is told. */
	readonly vehicleId: string;
	/** How its owner was asked. */
	readonly mode: ConnectMode;
	/** What the call may use. */
	readonly granted: readonly PermissionName[];
}

/** One thing that a call asks for. */
export interface CalledItem {
	/** Of the catalog. */
	readonly code: string;
	/** Whether it is told because all are, and was not asked for by its name. */
	readonly listed?: true;
	/** All that it needs. */
	readonly permissions: readonly PermissionName[];
	readonly capable: (profile: Profile, vehicle: Pick<KeptVehicle, 'make'>) => boolean;
}

/** A vehicle as a call meets it, with what becomes of each item, in the order of the items. */
export interface CalledVehicle {
	readonly vehicle: KeptVehicle;
	readonly judgements: readonly CallJudgement[];
}

/** What is known of a call once it is answered, for those who tell of requests. */
export interface VehicleCallFacts extends CallTarget, CalledVehicle {
	/** What was asked for, in the order of the judgements. */
	readonly items: readonly CalledItem[];
	/** Of the rehearsal. */
	readonly at: number;
}

// In the envelope, not in a map beside it: what is held weakly costs more to clear than all of a reading.
declare module '../http/envelope.ts' {
	interface Envelope {
		/** Those that were answered so far. */
		vehicleCalls?: VehicleCallFacts[];
	}
}

/** What is known of the vehicle calls that a request made: of a batch there are several. */
export function vehicleCallsOf({ vehicleCalls = [] }: Envelope): readonly VehicleCallFacts[] {
	return vehicleCalls;
}

/** A vehicle and its connection as a call is judged by them, of one moment. */
export interface ReadVehicle {
	readonly connection: CallableConnection;
	readonly vehicle: KeptVehicle;
	/** Of the rehearsal. */
	readonly now: number;
}

/** @returns null where the connection ended meanwhile; part of a transaction. */
export async function readCalled(
	transaction: Transaction,
	{ connectionId, vehicleId }: Pick<CallTarget, 'connectionId' | 'vehicleId'>
): Promise<ReadVehicle | null> {
	const connection = await findCallable(transaction, connectionId);
	const vehicle = connection && (await findVehicle(transaction, vehicleId));
	return connection && vehicle ? { connection, vehicle, now: transaction.now } : null;
}

/**
 * The one way to a vehicle for every API: judges each item, counts the call where the vehicle is
 * asked at all, and notes which permissions it used. However many items it asks for, it is one call.
 *
 * @param read what {@link readCalled} found, where that was read before
 * @returns null where the connection ended meanwhile.
 */
export async function callVehicle(
	{ context, envelope }: Pick<Asked, 'context' | 'envelope'>,
	target: CallTarget,
	items: readonly CalledItem[],
	read?: ReadVehicle | null
): Promise<CalledVehicle | null> {
	const found =
		read === undefined
			? await context.read((transaction) => readCalled(transaction, target))
			: read;
	if (!found) return null;
	const { connection, vehicle, now } = found;
	const { clientId, vehicleId, connectionId } = target;
	const judge = (calls: number) => judgeAll({ ...connection, calls }, vehicle, target, items);

	let judgements = judge(connection.calls);
	if (judgements.some(reachesVehicle)) {
		const counted = { clientId, vehicleId, month: connection.month };
		const { limit } = connection;
		if (limit === null) pendingOf(context).count(counted);
		else if (!(await spendCall(context, counted, limit))) judgements = judge(limit);
	}
	const pending = pendingOf(context);
	for (const [index, { code, permissions, listed = false }] of items.entries()) {
		const judgement = judgements[index];
		if (!judgement) continue;
		const { kind } = judgement;
		// Of all that there is, an application asks for what it is told.
		if (!listed || kind === 'allowed') {
			pending.ask({ clientId, code, at: now, refused: kind === 'not-granted', listed });
		}
		if (!reachesVehicle(judgement)) continue;
		for (const permission of permissions) {
			pending.note({ connectionId, permission, lastUsedAt: now });
		}
	}
	(envelope.vehicleCalls ??= []).push({ ...target, items, vehicle, judgements, at: now });
	return { vehicle, judgements };
}

function judgeAll(
	{ limit, calls, passwordCurrent }: CallableConnection,
	vehicle: KeptVehicle,
	{ granted }: CallTarget,
	items: readonly CalledItem[]
): readonly CallJudgement[] {
	const { profile, fault, deletedAt } = vehicle;
	const account = { passwordCurrent, vehicleDeleted: deletedAt !== null };
	return items.map(({ permissions, capable }) =>
		judgeCall({
			permissions,
			granted,
			capable: capable(profile, vehicle),
			fault,
			account,
			plan: { limit, calls }
		})
	);
}
