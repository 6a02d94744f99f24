import { z } from 'zod';
import { odometerAt } from '../instant/driving.ts';
import type { Instant } from '../instant/instant.ts';
import { signalsOf } from '../profiles/capabilities.ts';
import { isSignalCode, SIGNALS, type SignalCode } from '../signals/signals.ts';
import { setCharge, setChargeLimit } from './charging.ts';
import { CHARGE_LIMIT, type EventOf } from './event.ts';
import { isRefusal, type Applied } from './refusal.ts';

type Body = EventOf<'set'>['signals'][string];
type Writer = (instant: Instant, body: Body) => Applied;

const Amount = z.object({ value: z.number() });
const Answer = z.object({ value: z.boolean() });
const Limits = z.object({ activeLimit: z.number().int().min(CHARGE_LIMIT.least) });
const Place = z.object({
	latitude: z.number(),
	longitude: z.number(),
	heading: z.number().optional()
});

/** Signals that are written into the state, so that the vehicle lives on from there. */
const WRITERS: Partial<Record<SignalCode, Writer>> = {
	'tractionbattery-stateofcharge': reading(Amount, (instant, { value }) =>
		setCharge(instant, value)
	),
	'charge-chargelimits': reading(Limits, (instant, { activeLimit }) =>
		setChargeLimit(instant, { event: 'set-charge-limit', percent: activeLimit })
	),
	'closure-islocked': reading(Answer, ({ state }, { value }) => ({
		...state,
		lock: { locked: value }
	})),
	'internalcombustionengine-fuellevel': reading(Amount, (instant, { value }) =>
		setLiters(instant, ((instant.profile.tank?.liters ?? 0) * value) / 100)
	),
	'internalcombustionengine-amountremaining': reading(Amount, (instant, { value }) =>
		setLiters(instant, value)
	),
	'odometer-traveleddistance': reading(Amount, (instant, { value }) => {
		if (instant.state.drive) return 'IN_MOTION';
		if (value < odometerAt(instant)) return 'ODOMETER_FALLS';
		return { ...instant.state, odometer: { km: value } };
	}),
	'location-preciselocation': reading(Place, ({ state }, { latitude, longitude, heading }) => {
		if (state.drive) return 'IN_MOTION';
		const looking = (heading ?? state.place.heading) % 360;
		return { ...state, place: { at: { latitude, longitude }, heading: looking } };
	})
};

/** Sets signals by hand: into the state where it holds them, else as values that are shown instead. */
export function setByHand(instant: Instant, { signals }: EventOf<'set'>): Applied {
	let { state } = instant;
	for (const [code, body] of Object.entries(signals)) {
		if (!isSignalCode(code)) return 'NO_SUCH_SIGNAL';
		if (!signalsOf(instant.profile).has(code)) return 'VEHICLE_NOT_CAPABLE';
		if (!SIGNALS[code].schema.safeParse(body).success) return 'BODY_NOT_VALID';
		const written = write({ ...instant, state }, code, body);
		if (isRefusal(written)) return written;
		state = written;
	}
	return state;
}

function write(instant: Instant, code: SignalCode, body: Body): Applied {
	const { state, time } = instant;
	const writer = WRITERS[code];
	if (writer) return writer(instant, body);
	return { ...state, edits: { ...state.edits, [code]: { body, at: time } } };
}

function reading<Read>(
	schema: z.ZodType<Read>,
	writer: (instant: Instant, read: Read) => Applied
): Writer {
	return (instant, body) => {
		const { success, data } = schema.safeParse(body);
		return success ? writer(instant, data) : 'BODY_NOT_VALID';
	};
}

function setLiters({ state, profile }: Instant, liters: number): Applied {
	if (state.drive) return 'IN_MOTION';
	if (!profile.tank || liters > profile.tank.liters) return 'BODY_NOT_VALID';
	return { ...state, tank: { liters } };
}
