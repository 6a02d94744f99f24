import { rememberAccount } from '#lib/server/connect/vehicle-accounts.ts';
import type { Context } from '#lib/server/context.ts';
import { vehicles } from '#lib/server/db/vehicle-schema.ts';
import { findVehicle, type KeptVehicle } from '#lib/server/fleet/vehicles.ts';
import { signIn } from '#lib/connect/test-logins.ts';
import { eq } from 'drizzle-orm';

/** The vehicles of an account that somebody signed in to. @returns their own ids */
export async function vehiclesOfLogin(
	context: Context,
	username = 'someone@example.com',
	make = 'TESLA'
): Promise<readonly string[]> {
	const found = signIn(username, { make, singleSelectVin: null });
	if (found.kind !== 'vehicles') throw new TypeError(found.error);
	return context.write(async (transaction) => {
		const accountId = await rememberAccount(transaction, { make, username }, found.vehicles);
		const rows = await transaction.db
			.select({ id: vehicles.id, vin: vehicles.vin })
			.from(vehicles)
			.where(eq(vehicles.accountId, accountId));
		const order = found.vehicles.map(({ vin }) => vin);
		return rows.toSorted((a, b) => order.indexOf(a.vin) - order.indexOf(b.vin)).map(({ id }) => id);
	});
}

/** The one vehicle of an ordinary account of a brand. @returns its own id */
export async function oneVehicle(context: Context, make = 'TESLA'): Promise<string> {
	const [id] = await vehiclesOfLogin(context, 'someone@example.com', make);
	if (id === undefined) throw new TypeError('No vehicle');
	return id;
}

/** A vehicle that has to be there. */
export async function vehicleNow(context: Context, id: string): Promise<KeptVehicle> {
	const found = await findVehicle(context, id);
	if (!found) throw new TypeError(id);
	return found;
}
