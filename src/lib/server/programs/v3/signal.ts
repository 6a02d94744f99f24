import { quote } from '#lib/access/characters.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { JsonAnswer } from '#lib/connect/oauth-error.ts';
import { signalsOf } from '#lib/vehicles/profiles/capabilities.ts';
import { readSignal, type Reading } from '#lib/vehicles/platform/read.ts';
import { isSignalCode, type SignalCode } from '#lib/vehicles/signals/signals.ts';
import type { Call } from '../call.ts';
import { Refused } from '../endpoint.ts';
import { v3Answer, v3Refusal } from './answers.ts';
import { signalBody, type Units } from './bodies/signal.ts';
import { vehicleBody } from './bodies/vehicle.ts';
import { vehicleEndpoint, type AskedItem } from './endpoint.ts';

import { alone } from './style.ts';
import { toldBody } from './told-body.ts';
import { unitsOf } from './units.ts';

/** `GET /v3/vehicles/{id}/signals/{code}`: what is stored of one signal. */
export const signal = vehicleEndpoint({
	userRequired: true,
	item: (call) => {
		const { code = '' } = call.params;
		return isSignalCode(code) ? askedSignal(code) : noSuchSignal(call);
	},
	answer: (call, reach) => {
		const { envelope, params } = call;
		const { code = '' } = params;
		const units = unitsOf(call);
		if (units instanceof Refused) return units.answer;
		if (!isSignalCode(code)) return noSuchSignal(call).answer;
		const reading = readSignal(reach.vehicle.life, code);
		const { style } = reach;
		const wanted = { style, units, vehicleId: reach.told.id, profile: reach.vehicle.profile };
		const resource = alone(style, signalBody({ reading, withheld: null }, wanted));
		const included = { included: { vehicle: vehicleBody(style, toldBody(reach)) } };
		return v3Answer(
			envelope.id,
			style.dialect === '2026' ? { ...resource, ...included } : resource,
			freshness(reading, units)
		);
	}
});

const ITEMS = new Map<SignalCode, AskedItem>();

/** A signal as an item that is asked for. */
export function askedSignal(code: SignalCode): AskedItem {
	const known = ITEMS.get(code);
	if (known) return known;
	const item = officialCatalog.item(code);
	if (!item) throw new TypeError(`${code} is no item of the catalog`);
	const asked: AskedItem = {
		item,
		code,
		permissions: item.permissions,
		capable: (profile) => signalsOf(profile).has(code)
	};
	ITEMS.set(code, asked);
	return asked;
}

function noSuchSignal(call: Call): Refused {
	return new Refused(signalNotFound(call));
}

/** The same for a code that is mistyped and for a signal of which nothing is stored. */
export function signalNotFound({
	envelope,
	params
}: Pick<Call, 'envelope' | 'params'>): JsonAnswer {
	const { code = '', vehicleId = '' } = params;
	const detail = `Signal with code ${quote(code)} not found for vehicle with id ${quote(vehicleId)}.`;
	return v3Refusal(envelope.id, 'RESOURCE_NOT_FOUND:SIGNAL_NOT_FOUND', { detail });
}

/** When the platform and when the vehicle said so, and in which units, as headers. */
export function freshness(
	{
		retrievedAt,
		oemUpdatedAt,
		ingestedAt
	}: Pick<Reading, 'retrievedAt' | 'oemUpdatedAt' | 'ingestedAt'>,
	units: Units
): Record<string, string> {
	return {
		'sc-fetched-at': new Date(retrievedAt ?? ingestedAt).toISOString(),
		...(oemUpdatedAt !== null && { 'sc-data-age': new Date(oemUpdatedAt).toISOString() }),
		'sc-unit-system': units
	};
}
