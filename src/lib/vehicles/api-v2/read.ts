import type { Vehicle } from '../kept.ts';
import { readSignal, type Reading } from '../platform/read.ts';
import { profileOf } from '../profiles/profiles.ts';
import { signalsOf } from '../profiles/capabilities.ts';
import type { SignalCode } from '../signals/signals.ts';
import type { About, V2Reading } from './reading.ts';
import { toldBy } from './told.ts';

export type V2Read =
	| {
			readonly kind: 'read';
			readonly body: object;
			/** When the vehicle said so, and when the platform fetched it; null where it is asked nothing. */
			readonly dataAge: number | null;
			readonly fetchedAt: number | null;
	  }
	| { readonly kind: 'refused'; readonly error: NonNullable<Reading['error']> };

/** Answers from what the platform has stored of a vehicle, as old as its oldest part. */
export function readV2(
	vehicle: Vehicle,
	{ needs, oneOf = [], also = [], body }: V2Reading,
	about: Omit<About, 'at' | 'now'>
): V2Read {
	const has = signalsOf(profileOf(vehicle.state.profile));
	const readings = new Map<SignalCode, Reading>();
	for (const code of [...needs, ...oneOf, ...also]) {
		if (has.has(code)) readings.set(code, readSignal(vehicle, code));
	}
	const error = firstError(needs.map((code) => readings.get(code)));
	if (error) return { kind: 'refused', error };
	const told = [...readings.values()].filter(({ error }) => error === null);
	const dataAge = oldest(told.map(({ oemUpdatedAt, ingestedAt }) => oemUpdatedAt ?? ingestedAt));
	const fetchedAt = oldest(told.map(({ retrievedAt, ingestedAt }) => retrievedAt ?? ingestedAt));
	const now = vehicle.state.time;
	return {
		kind: 'read',
		body: body(toldBy(readings), { ...about, now, at: dataAge ?? now }),
		dataAge,
		fetchedAt
	};
}

/** Why an endpoint has nothing to answer with by now, where it has nothing. */
export function errorOfNeeds(
	vehicle: Vehicle,
	{ needs }: Pick<V2Reading, 'needs'>
): Reading['error'] {
	const has = signalsOf(profileOf(vehicle.state.profile));
	return firstError(needs.filter((code) => has.has(code)).map((code) => readSignal(vehicle, code)));
}

function firstError(readings: readonly (Reading | undefined)[]): Reading['error'] {
	return readings.find((reading) => reading?.error)?.error ?? null;
}

function oldest(times: readonly number[]): number | null {
	return times.length === 0 ? null : Math.min(...times);
}
