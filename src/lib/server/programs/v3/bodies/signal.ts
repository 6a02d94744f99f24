import { imperial } from '#lib/vehicles/signals/imperial.ts';
import { platformNames } from '#lib/vehicles/signals/platform-names.ts';
import type { SignalBody } from '#lib/vehicles/signals/signal.ts';

import type { Profile } from '#lib/vehicles/profiles/schema.ts';
import { platformError, type KnownPlatformError } from '#lib/vehicles/call/platform-errors.ts';
import type { Reading } from '#lib/vehicles/platform/read.ts';
import { errorWords } from '#lib/vehicles/call/error-words.en.ts';
import { NO_RESOLUTION } from '../answers.ts';
import type { Style } from '../style.ts';
import { inWordsOf2025 } from './units-of-2025.ts';

export type Units = 'metric' | 'imperial';

/** What the platform has stored of a signal, and why it is not told. */
export interface ToldSignal {
	readonly reading: Reading;
	/** Null where nothing stands against it. */
	readonly withheld: Failure | null;
}

interface Failure {
	readonly error: KnownPlatformError;
	readonly detail: string;
}

interface Wanted {
	readonly style: Style;
	readonly units: Units;
	/** As applications know it. */
	readonly vehicleId: string;
	readonly profile: Pick<Profile, 'habits'>;
}

export function signalBody(
	{ reading, withheld }: ToldSignal,
	{ style, units, vehicleId, profile }: Wanted
): object {
	const { code, ingestedAt } = reading;
	const error = withheld ?? failureOf(reading);
	const body = withheld ? null : reading.body;
	const times = withheld ? { oemUpdatedAt: null, retrievedAt: null, ingestedAt } : reading;
	const { name, group } = platformNames(code);
	return {
		id: code,
		type: 'signal',
		attributes: {
			code,
			name,
			group,
			status: error ? { value: 'ERROR', error: errorBody(style, error) } : { value: 'SUCCESS' },
			...(body && { body: inUnits(style, body, units, profile) })
		},
		meta: metaOf(style, times),
		links: { self: `${style.base}/vehicles/${vehicleId}/signals/${code}` }
	};
}

function failureOf({ error: found }: Reading): Failure | null {
	if (!found) return null;
	const error = platformError(NAMES[found.code]);
	return { error, detail: errorWords(error).description };
}

const NAMES = {
	VEHICLE_NOT_CAPABLE: 'COMPATIBILITY:VEHICLE_NOT_CAPABLE',
	NOT_CHARGING: 'VEHICLE_STATE:NOT_CHARGING'
} as const;

function errorBody({ dialect }: Style, { error, detail }: Failure): object {
	const { type, code, title } = error;
	const resolution = { type: error.resolution ?? NO_RESOLUTION };
	if (dialect === '2025') return { type, code, description: detail, resolution };
	return { type, code, title, detail, description: 'Deprecated: read detail.', resolution };
}

function inUnits(
	{ dialect }: Style,
	body: SignalBody,
	units: Units,
	profile: Pick<Profile, 'habits'>
): SignalBody {
	const wanted = units === 'imperial' ? imperial(body, profile) : body;
	return dialect === '2025' ? inWordsOf2025(wanted) : wanted;
}

type Times = Pick<Reading, 'oemUpdatedAt' | 'retrievedAt' | 'ingestedAt'>;

function metaOf({ dialect }: Style, { oemUpdatedAt, retrievedAt, ingestedAt }: Times): object {
	// Numbers stood in each answer of 2025; what has no time of its own is as old as its arrival.
	if (dialect === '2025') {
		return {
			retrievedAt: retrievedAt ?? ingestedAt,
			oemUpdatedAt: oemUpdatedAt ?? ingestedAt
		};
	}
	return {
		ingestedAt: isoTime(ingestedAt),
		...(retrievedAt !== null && { retrievedAt: isoTime(retrievedAt) }),
		...(oemUpdatedAt !== null && { oemUpdatedAt: isoTime(oemUpdatedAt) })
	};
}

function isoTime(time: number): string {
	return new Date(time).toISOString();
}
