import type { Context } from '../../context.ts';
import { changeBrandPassword, moveWholeBrand } from '../../fleet/brand-accounts.ts';
import { findVehicle } from '../../fleet/vehicles.ts';

/** What happens to the account of a vehicle, or to all accounts of its brand. */
export const ACCOUNT_EVENTS = ['change-password', 'move-brand'] as const;
type AccountEvent = (typeof ACCOUNT_EVENTS)[number];

export function isAccountEvent(event: string | undefined): event is AccountEvent {
	return ACCOUNT_EVENTS.some((known) => known === event);
}

/** Nothing happens where there is no such vehicle, or no longer. */
export async function happenToAccount(
	context: Context,
	vehicleId: string,
	event: AccountEvent
): Promise<void> {
	await context.write(async (transaction) => {
		const vehicle = await findVehicle(transaction, vehicleId);
		if (!vehicle || vehicle.deletedAt !== null) return;
		if (event === 'change-password') await changeBrandPassword(transaction, vehicleId);
		else await moveWholeBrand(transaction, vehicle.make);
	});
}
