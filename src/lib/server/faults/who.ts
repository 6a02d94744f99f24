import { MACHINE_ID_PREFIX } from '#lib/access/client-id.ts';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { machineClients } from '../db/client-schema.ts';
import { toldIds } from '../db/vehicle-schema.ts';

/** The application of an id that asked: its own, or that of one of its machine clients. */
export async function applicationOf(context: Context, id: string): Promise<string> {
	if (!id.startsWith(MACHINE_ID_PREFIX)) return id;
	const [row] = await context.read(({ db }) =>
		db
			.select({ clientId: machineClients.clientId })
			.from(machineClients)
			.where(eq(machineClients.id, id))
	);
	return row?.clientId ?? id;
}

/** All by which the vehicle is known that an application calls so. */
export async function idsOfVehicle(context: Context, told: string): Promise<readonly string[]> {
	const [row] = await context.read(({ db }) =>
		db.select({ own: toldIds.vehicleId }).from(toldIds).where(eq(toldIds.id, told))
	);
	return row?.own ? [told, row.own] : [told];
}

/** The same of the vehicle's own id. */
export async function idsOfOwnVehicle(context: Context, own: string): Promise<readonly string[]> {
	const told = await context.read(({ db }) =>
		db.select({ id: toldIds.id }).from(toldIds).where(eq(toldIds.vehicleId, own))
	);
	return [own, ...told.map(({ id }) => id)];
}
