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

/** What a request needed of vehicles, and how the first of them was. Names stand in one text, a blank between. */
export interface Needed {
	readonly connectionId: string;
	/** The vehicle's own id. */
	readonly vehicleId: string;
	/** By the rehearsal. */
	readonly at: number;
	/** Codes of the catalog. */
	readonly items: string;
	readonly permissions: string;
	/** Permissions of them that were not granted. */
	readonly missing: string;
	/** As it was asked. */
	readonly life: Vehicle;
}

/**
 * A request and its answer, as they came and went: nothing of it is masked yet. Thousands may wait, so
 * that each holds what is told of it and nothing else of its request, in as few pieces as that takes:
 * each piece is looked at whenever memory is cleared.
 */
export interface Exchange extends Pick<Envelope, 'id' | 'route' | 'clientId' | 'fault'> {
	readonly dialect: Dialect;
	/** By the machine. */
	readonly machineAt: number;
	/** Milliseconds. */
	readonly duration: number;
	readonly method: string;
	/** Path and query. */
	readonly url: string;
	/** Headers of the request, as {@link joinHeaders} holds them. */
	readonly headers: string;
	/** Names of those that somebody looked at, in small letters. */
	readonly readHeaders: readonly string[];
	/** Body of the request as it was read; null where nobody did. */
	readonly body: Uint8Array | null;
	/** What was made of it; undefined where that is not known. */
	readonly read: unknown;
	/** 0 where the connection was cut instead. */
	readonly status: number;
	readonly answerHeaders: Readonly<Record<string, string>>;
	/** As far as it is held, which gets less as it waits; null where it came piece by piece, or not at all. */
	answer: string | null;
	/** Bytes of the whole body of the answer. */
	readonly answerBytes: number;
	/** Null where no vehicle was asked. */
	readonly needed: Needed | null;
}

/** Headers with their names in small letters, in one text: no name and no value has a line break. */
export function joinHeaders(headers: {
	readonly forEach: (each: (value: string, name: string) => void) => void;
}): string {
	const parts: string[] = [];
	headers.forEach((value, name) => parts.push(name, value));
	return parts.join('\n');
}

export function splitHeaders(joined: string): readonly (readonly [name: string, value: string])[] {
	const parts = joined === '' ? [] : joined.split('\n');
	const found: (readonly [string, string])[] = [];
	for (let index = 0; index < parts.length; index += 2) {
		found.push([parts[index] ?? '', parts[index + 1] ?? '']);
	}
	return found;
}
