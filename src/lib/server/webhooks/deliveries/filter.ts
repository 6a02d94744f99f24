import { and, eq, type SQL } from 'drizzle-orm';
import { webhookEvents, type EVENT_STATES, type EVENT_TYPES } from '../../db/webhook-schema.ts';

export type EventState = (typeof EVENT_STATES)[number];
export type EventType = (typeof EVENT_TYPES)[number];

/** Which events of a webhook are wanted; null for all. */
export interface DeliveryFilter {
	readonly state: EventState | null;
	readonly type: EventType | null;
	/** The vehicle's own id. */
	readonly vehicleId: string | null;
}

/** Events of a webhook that pass a filter. */
export function passing(
	webhookId: string,
	{ state, type, vehicleId }: DeliveryFilter
): SQL | undefined {
	return and(
		eq(webhookEvents.webhookId, webhookId),
		state === null ? undefined : eq(webhookEvents.state, state),
		type === null ? undefined : eq(webhookEvents.type, type),
		vehicleId === null ? undefined : eq(webhookEvents.vehicleId, vehicleId)
	);
}
