import type { Dialect } from '#lib/access/program-address.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import type { CallJudgement } from '#lib/vehicles/call/judge.ts';
import type { Envelope } from '../http/envelope.ts';

/** A call of a vehicle, with what became of each item that it asked for. */
export interface VehicleCall {
	readonly clientId: string;
	readonly connectionId: string;
	/** The vehicle's own id. */
	readonly vehicleId: string;
	/** By the rehearsal. */
	readonly at: number;
	readonly items: readonly {
		/** Its code in the catalog. */
		readonly code: string;
		/** Whether it is told because all are, and was not asked for by its name. */
		readonly listed?: true;
		readonly permissions: readonly PermissionName[];
	}[];
	/** In the order of the items. */
	readonly judgements: readonly CallJudgement[];
	/** As it was asked. */
	readonly vehicle: { readonly life: Vehicle };
}

/** What a request needed of vehicles, and how the first of them was. */
export interface Needed {
	readonly connectionId: string;
	/** The vehicle's own id. */
	readonly vehicleId: string;
	/** By the rehearsal. */
	readonly at: number;
	/** Codes of the catalog. */
	readonly items: readonly string[];
	readonly permissions: readonly PermissionName[];
	/** Those of them that were not granted. */
	readonly missing: readonly PermissionName[];
	/** As it was asked. */
	readonly life: Vehicle;
}

/**
 * A request and its answer, as they came and went: nothing of it is masked yet. Thousands may wait, so
 * that each holds what is told of it and nothing else of its request.
 */
export interface Exchange {
	readonly envelope: Pick<Envelope, 'id' | 'route' | 'clientId' | 'fault'>;
	readonly dialect: Dialect;
	/** By the machine. */
	readonly machineAt: number;
	/** Milliseconds. */
	readonly duration: number;
	readonly method: string;
	/** Path and query. */
	readonly url: string;
	readonly asked: {
		readonly headers: { readonly forEach: (each: (value: string, name: string) => void) => void };
		/** Names of those that somebody looked at, in small letters. */
		readonly readHeaders: readonly string[];
		/** As it was read; null where nobody did. */
		readonly body: Uint8Array | null;
		/** What was made of it; undefined where that is not known. */
		readonly read: unknown;
	};
	readonly answered: {
		/** 0 where the connection was cut instead. */
		readonly status: number;
		readonly headers: Readonly<Record<string, string>>;
		/** Null where it came piece by piece, or not at all. */
		readonly body: string | null;
		/** Bytes of the pieces. */
		readonly streamed: number;
	};
	/** Null where no vehicle was asked. */
	readonly needed: Needed | null;
}
