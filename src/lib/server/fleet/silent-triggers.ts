import { profileOfVehicle } from '#lib/vehicles/profiles/profile-of-vehicle.ts';
import { signalsOf } from '#lib/vehicles/profiles/capabilities.ts';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { vehicles } from '../db/vehicle-schema.ts';
import { webhookSubscriptions } from '../db/webhook-schema.ts';
import type { Webhook } from '../webhooks/webhooks.ts';

/**
 * Triggers of a webhook that none of its vehicles has, so that they never fire; none where it is
 * subscribed to nothing.
 */
export async function silentTriggers(
	context: Context,
	{ id, triggers }: Pick<Webhook, 'id' | 'triggers'>
): Promise<readonly string[]> {
	const kinds = await context.read(({ db }) =>
		db
			.selectDistinct({
				make: vehicles.make,
				model: vehicles.model,
				level: vehicles.level,
				profile: vehicles.profile
			})
			.from(webhookSubscriptions)
			.innerJoin(vehicles, eq(vehicles.id, webhookSubscriptions.vehicleId))
			.where(eq(webhookSubscriptions.webhookId, id))
	);
	if (kinds.length === 0) return [];
	const had = kinds.map((kind) => signalsOf(profileOfVehicle(kind)));
	return triggers.filter((code) => !had.some((signals) => signals.has(code)));
}
