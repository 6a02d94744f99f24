import { parseScope } from '#lib/access/scope.ts';
import type { ConnectMode } from '#lib/connect/session-data.ts';
import type { Context } from '#lib/server/context.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { vehicleAccounts, vehicles } from '#lib/server/db/vehicle-schema.ts';
import { REHEARSED_START } from './storage.ts';

interface ConnectionFacts {
	readonly id: string;
	readonly clientId: string;
	/** Scope string of what the owner granted. */
	readonly granted?: string;
	/** Scope string of what the owner was asked; else what was granted. */
	readonly asked?: string;
	readonly version?: number | null;
	readonly make?: string;
	readonly model?: string;
	readonly mode?: ConnectMode;
	readonly vin?: string;
	/** Of the vehicle account. */
	readonly username?: string;
	readonly user?: string;
	readonly externalId?: string;
	readonly updatedAt?: number;
}

/** Stores a connection with a vehicle and an account of its own. */
export async function insertConnection(context: Context, facts: ConnectionFacts): Promise<void> {
	const { id, clientId, granted = 'read_battery', make = 'CHEVROLET' } = facts;
	const accountId = `account-of-${id}`;
	const vehicleId = `vehicle-of-${id}`;
	const updatedAt = facts.updatedAt ?? REHEARSED_START;
	await context.write(async ({ db }) => {
		await db.insert(vehicleAccounts).values({
			id: accountId,
			make,
			username: facts.username ?? `${id}@mail`,
			createdAt: REHEARSED_START
		});
		await db.insert(vehicles).values({
			id: vehicleId,
			accountId,
			vin: facts.vin ?? `VIN-${id}`,
			make,
			model: facts.model ?? 'Volt',
			year: 2023,
			level: 'bev'
		});
		await db.insert(connections).values({
			id,
			clientId,
			vehicleId,
			accountId,
			mode: facts.mode ?? 'simulated',
			granted: parseScope(granted).permissions.map(({ name }) => name),
			asked: parseScope(facts.asked ?? granted).permissions,
			version: facts.version ?? null,
			user: facts.user ?? null,
			externalId: facts.externalId ?? null,
			createdAt: REHEARSED_START,
			updatedAt
		});
	});
}

/** Ids in the order of a list. */
export const idsOf = (list: readonly { readonly id: string }[]): string =>
	list.map(({ id }) => id).join(' ');
