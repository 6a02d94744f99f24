import type { Transaction } from '../context.ts';
import type { webhookEvents } from '../db/webhook-schema.ts';

/** A delivery that something may go wrong with on purpose. */
interface FaultyDelivery {
	readonly clientId: string;
	readonly webhookId: string;
	/** The vehicle's own id; null where it is about none. */
	readonly vehicleId: string | null;
	readonly type: (typeof webhookEvents.$inferSelect)['type'];
	/** How often the event was sent before. */
	readonly tries: number;
	/** Name of the fault that put the event off before: that happens once. */
	readonly putOffBy: string | null;
}

/** What goes wrong with it. */
export interface DeliveryPlan {
	/** Name of the fault, which is written beside the attempt. */
	readonly fault: string;
	/** How often it is sent at the same time, each with a delivery id of its own. */
	readonly copies?: number;
	/** Its signature is made with another token. */
	readonly badSignature?: boolean;
	/** Milliseconds of the rehearsal by which it is put off, so that what comes later overtakes it. */
	readonly putOff?: number;
	/** It is not sent, and counts as unanswered. */
	readonly missed?: boolean;
}

/** Finds what goes wrong with a delivery, and spends it; part of the transaction that takes the event. */
export type FindDeliveryFault = (
	transaction: Transaction,
	about: FaultyDelivery
) => Promise<DeliveryPlan | null>;

export const NO_FAULTS: FindDeliveryFault = () => Promise.resolve(null);
