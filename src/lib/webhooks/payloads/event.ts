/** Version of the deliveries. */
export const VERSION = '4.0';

/** An event without what each attempt adds: `deliveryId` and `deliveredAt`, which stand in its end. */
export interface EventBody {
	readonly eventId: string;
	readonly eventType: 'VERIFY' | 'VEHICLE_STATE' | 'VEHICLE_ERROR';
	readonly data: object;
	readonly triggers?: readonly object[];
	/** Written last. */
	readonly meta: object;
}

/** What every event says of the webhook that it is for. */
export interface EventFacts {
	/** The same at each attempt. */
	readonly eventId: string;
	readonly webhook: {
		readonly id: string;
		readonly name: string;
		/** Client id of its application. */
		readonly clientId: string;
	};
}

/** What an event about a vehicle says besides. */
export interface VehicleEventFacts extends EventFacts {
	readonly isTest?: boolean;
	/** Orders the events of a vehicle: milliseconds since 1970. */
	readonly sequence: number;
}

/** Whose vehicle it is, as the application knows them. */
interface ToldUser {
	readonly id: string;
	/** Null where the application gave none. */
	readonly externalId: string | null;
}

/** The vehicle, as the application knows it. */
interface ToldVehicle {
	readonly id: string;
	readonly make: string;
	readonly model: string;
	readonly year: number;
	readonly mode: 'live' | 'simulated' | 'test';
	readonly powertrain: 'BEV' | 'PHEV' | 'HEV' | 'ICE' | null;
}

export interface Subject {
	readonly user: ToldUser;
	readonly vehicle: ToldVehicle;
}

export function subjectBody({ user, vehicle }: Subject): object {
	const { id, make, model, year, mode, powertrain } = vehicle;
	return {
		user: { id: user.id, ...(user.externalId !== null && { externalId: user.externalId }) },
		vehicle: { id, make, model, year, mode, powertrainType: powertrain }
	};
}

/** The end of an event about a vehicle, which each attempt completes. Simulated ones are live to receivers. */
export function metaBody(
	{ webhook, sequence, isTest = false }: VehicleEventFacts,
	counts: { readonly signalCount?: number } = {}
): object {
	return {
		version: VERSION,
		webhookId: webhook.id,
		webhookName: webhook.name,
		applicationId: webhook.clientId,
		mode: isTest ? 'TEST' : 'LIVE',
		...counts,
		sequence
	};
}
