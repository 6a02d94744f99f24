import { signalsOf } from '#lib/vehicles/profiles/capabilities.ts';
import { readSignal } from '#lib/vehicles/platform/read.ts';
import { isSignalCode, SIGNALS, type SignalCode } from '#lib/vehicles/signals/signals.ts';
import type { CallJudgement } from '#lib/vehicles/call/judge.ts';
import { platformError } from '#lib/vehicles/call/platform-errors.ts';
import type { Call } from '../call.ts';
import { Refused } from '../endpoint.ts';
import { v3Answer } from './answers.ts';
import { signalBody, type ToldSignal } from './bodies/signal.ts';
import { vehicleBody } from './bodies/vehicle.ts';
import { vehicleCall } from './endpoint.ts';
import { checkNames, missingWords, reachVehicle, refusalOf, type Reach } from './reach.ts';
import { askedSignal, freshness } from './signal.ts';
import { toldBody } from './told-body.ts';
import { unitsOf } from './units.ts';

const CODES: readonly SignalCode[] = Object.keys(SIGNALS).filter(isSignalCode).sort();
const ASKED = CODES.map((code) => ({ ...askedSignal(code), listed: true }) as const);

/**
 * `GET /v3/vehicles/{id}/signals`: every signal that is stored, on one page. Where one cannot be
 * told, it says so itself, and the others are told.
 */
export const signals = vehicleCall(
	async (call, caller) => {
		const misnamed = checkNames(call, caller, true);
		if (misnamed) return misnamed;
		const reach = await reachVehicle(call, caller, ASKED);
		if (reach instanceof Refused) return reach;
		return refusalOfAll(call, reach) ?? reach;
	},
	(call, reach) => {
		const units = unitsOf(call);
		if (units instanceof Refused) return units.answer;
		const { style, vehicle, told } = reach;
		const wanted = { style, units, vehicleId: told.id, profile: vehicle.profile };
		const stored = storedSignals(reach);
		const data = stored.map((one) => signalBody(one, wanted));
		const count = { totalCount: data.length, pageSize: data.length };
		const body = {
			data,
			meta: style.dialect === '2026' ? { ...count, pageNumber: 1 } : { ...count, page: 1 },
			links: { self: `${style.base}/vehicles/${told.id}/signals` },
			included: { vehicle: vehicleBody(style, toldBody(reach)) }
		};
		const fetched = stored.map(({ reading }) => reading.retrievedAt ?? reading.ingestedAt);
		const newest = Math.max(vehicle.life.state.bornAt, ...fetched);
		const fresh = { retrievedAt: newest, ingestedAt: newest, oemUpdatedAt: null };
		return v3Answer(call.envelope.id, body, freshness(fresh, units));
	}
);

/** What ends the whole call although it asks for many: all that is not about one signal alone. */
function refusalOfAll(call: Call, reach: Reach): Refused | null {
	const at = reach.judgements.findIndex(({ kind }) => ABOUT_THE_CALL.has(kind));
	const [asked, judgement] = [ASKED[at], reach.judgements[at]];
	return asked && judgement ? refusalOf(call, reach, { item: asked.item, judgement }) : null;
}

const ABOUT_THE_CALL: ReadonlySet<CallJudgement['kind']> = new Set(['billing', 'account', 'fault']);

/**
 * What the vehicle has and what was granted: of the former what was not granted says so, of the latter
 * what the vehicle cannot.
 */
function storedSignals({ vehicle, judgements }: Reach): readonly ToldSignal[] {
	const had = signalsOf(vehicle.profile);
	return CODES.flatMap((code, index): readonly ToldSignal[] => {
		const judgement = judgements[index];
		const reading = readSignal(vehicle.life, code);
		if (judgement?.kind !== 'not-granted') return [{ reading, withheld: null }];
		if (!had.has(code)) return [];
		const detail = missingWords({ code }, judgement.missing);
		return [{ reading, withheld: { error: NOT_GRANTED, detail } }];
	});
}

const NOT_GRANTED = platformError('PERMISSION:UNKNOWN');
