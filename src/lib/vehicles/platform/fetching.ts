import { z } from 'zod';
import { DAY, SECOND } from '../spans.ts';

const Span = z.number().int().min(0).max(DAY);

/** How what a vehicle says reaches the platform: each step takes its time. */
export const Delays = z
	.strictObject({
		/** From the vehicle to the server of its brand. */
		report: Span,
		/** Between two fetches of the platform from there. */
		every: Span.min(SECOND),
		/** From the fetch until a read can see it. */
		ingest: Span
	})
	.readonly();

export type Delays = z.infer<typeof Delays>;

export const USUAL_DELAYS: Delays = { report: 20 * SECOND, every: 60 * SECOND, ingest: 2 * SECOND };

/** The fetches of a vehicle: at even intervals since the first, and whenever somebody asks. */
export interface Fetches {
	readonly first: number;
	readonly delays: Delays;
	readonly asked: readonly number[];
}

/** The last fetch up to a time; the first is there from the start. */
export function lastFetch({ first, delays: { every }, asked }: Fetches, time: number): number {
	const regular = first + Math.max(Math.floor((time - first) / every), 0) * every;
	return Math.max(regular, ...asked.filter((fetch) => fetch <= time));
}

/** The first fetch at a time or after it. */
export function nextFetch({ first, delays: { every }, asked }: Fetches, time: number): number {
	const regular = first + Math.max(Math.ceil((time - first) / every), 0) * every;
	return Math.min(regular, ...asked.filter((fetch) => fetch >= time));
}

/** The fetch that a read sees: the last one that is ingested. The first is so at once. */
export function seenFetch(fetches: Fetches, time: number): number {
	return lastFetch(fetches, time - fetches.delays.ingest);
}

export function ingestedAt({ first, delays }: Fetches, fetch: number): number {
	return fetch === first ? first : fetch + delays.ingest;
}

/** Up to when a fetch knows the vehicle: what it said since is still on its way to the brand. */
export function knownBy({ first, delays }: Fetches, fetch: number): number {
	return Math.max(fetch - delays.report, first);
}
