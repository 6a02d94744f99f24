import type { Vehicle } from '#lib/vehicles/kept.ts';
import { readSignal } from '#lib/vehicles/platform/read.ts';
import { profileOf } from '#lib/vehicles/profiles/profiles.ts';
import type { SignalCode } from '#lib/vehicles/signals/signals.ts';
import { HOUR, MINUTE, SECOND } from '#lib/vehicles/spans.ts';
import { advance, newVehicle, transition } from '#lib/vehicles/vehicle.ts';
import type { VehicleEvent } from '#lib/vehicles/events/event.ts';
import { lookAtFetches, MOST_SEEN, nextLook, type Watched } from '#lib/webhooks/looks.ts';
import { describe, expect, it } from 'vitest';

const BORN = Date.UTC(2026, 10, 23, 5, 2, 7);

/** Of things that move on the way, while charging, slowly, and never by themselves. */
const CODES: readonly SignalCode[] = [
	'odometer-traveleddistance',
	'tractionbattery-stateofcharge',
	'charge-ischarging',
	'closure-islocked',
	'location-preciselocation',
	'hvac-cabintargettemperature',
	'wheel-tires',
	'charge-chargerate'
];

const isGranted = () => true;

function born(profile: string, delays?: Vehicle['delays']): Vehicle {
	return newVehicle({ profile: profileOf(profile), vin: 'A', seed: 7, time: BORN }, delays);
}

function after(vehicle: Vehicle, event: VehicleEvent, time: number): Vehicle {
	const changed = transition(vehicle, event, time);
	if (changed.kind === 'refused') throw new TypeError(changed.refusal);
	return changed.vehicle;
}

const watchedFrom = (life: Vehicle, triggers: readonly SignalCode[], now: number): Watched => {
	const anew = { triggers, signals: [], isGranted, watchedUntil: null, told: {}, isBack: false };
	return { ...anew, ...lookAtFetches(life, anew, now) };
};

/** When a read of any of the signals first answers otherwise than one a second before. */
function seenByReading(life: Vehicle, codes: readonly SignalCode[], from: number, until: number) {
	const changes: { at: number; codes: readonly SignalCode[] }[] = [];
	const read = (vehicle: Vehicle) =>
		codes.map((code) => {
			const { body, error } = readSignal(vehicle, code);
			return JSON.stringify({ body, error });
		});
	let vehicle = advance(life, from).vehicle;
	let before = read(vehicle);
	for (let at = from + SECOND; at <= until; at += SECOND) {
		({ vehicle } = advance(vehicle, at));
		const now = read(vehicle);
		const changed = codes.filter((_code, index) => before[index] !== now[index]);
		if (changed.length > 0) changes.push({ at, codes: changed });
		before = now;
	}
	return changes;
}

const HASTY = { report: 3 * SECOND, every: 7 * SECOND, ingest: SECOND };

describe('lookAtFetches', () => {
	it.each([
		['tesla-model-3', 'commuter', undefined],
		['tesla-model-3', 'commuter', HASTY],
		['tesla-model-3', 'delivery', undefined],
		['toyota-prius', 'delivery', undefined],
		['simulated-bev', 'parked', undefined]
	] as const)(
		'tells of %s with %s exactly what a read would see, at %j',
		(profile, routine, delays) => {
			const life = after(born(profile, delays), { event: 'routine', routine }, BORN);
			const until = BORN + 9 * HOUR;
			const read = seenByReading(life, CODES, BORN, until);
			for (const codes of [CODES, ...CODES.map((code) => [code])]) {
				const looked = lookAtFetches(life, watchedFrom(life, codes, BORN), until);
				const seen = looked.seen.map(({ at, triggers }) => ({ at, codes: triggers }));
				const wanted = read.map((one) => ({
					...one,
					codes: codes.filter((code) => one.codes.includes(code))
				}));
				expect(seen).toEqual(wanted.filter((one) => one.codes.length > 0).slice(0, MOST_SEEN));
			}
		}
	);

	it('tells the same, however often one looks, and whenever the life is kept', () => {
		let life = after(born('tesla-model-3'), { event: 'routine', routine: 'commuter' }, BORN);
		const until = BORN + 8 * HOUR;
		const atOnce = lookAtFetches(life, watchedFrom(life, CODES, BORN), until).seen;
		let watched = watchedFrom(life, CODES, BORN);
		const bit = [];
		for (let now = BORN; now <= until; now += 11 * MINUTE + 3 * SECOND) {
			const looked = lookAtFetches(life, watched, now);
			bit.push(...looked.seen);
			watched = { ...watched, ...looked };
			({ vehicle: life } = advance(life, now));
		}
		bit.push(...lookAtFetches(life, watched, until).seen);
		expect(bit).toEqual(atOnce);
	});

	it('misses nothing where one looks only when the next fetch may bring something', () => {
		const life = after(born('tesla-model-3'), { event: 'routine', routine: 'commuter' }, BORN);
		const until = BORN + 30 * HOUR;
		const triggers: readonly SignalCode[] = ['closure-islocked', 'charge-ischarging'];
		let watched = watchedFrom(life, triggers, BORN);
		const atOnce = lookAtFetches(life, watched, until).seen;
		const seen = [];
		let looks = 0;
		for (let now = BORN; ; looks += 1) {
			const looked = lookAtFetches(life, watched, now);
			seen.push(...looked.seen);
			watched = { ...watched, ...looked };
			const { watchedUntil } = looked;
			const next = nextLook(life, triggers, { watchedUntil, now });
			if (next === null || next > until) break;
			expect(next).toBeGreaterThan(now);
			now = next;
		}
		expect(seen).toEqual(atOnce);
		expect(seen.length).toBeGreaterThan(3);
		expect(looks).toBeLessThan(200);
	});

	it('looks no more at a vehicle that nothing happens to', () => {
		const life = born('simulated-bev');
		const triggers: readonly SignalCode[] = ['closure-islocked'];
		const now = BORN + HOUR;
		const { watchedUntil } = lookAtFetches(life, watchedFrom(life, triggers, BORN), now);
		expect(nextLook(life, triggers, { watchedUntil, now })).toBe(null);
	});

	it('tells the first of very much, and the rest as one', () => {
		const life = after(born('tesla-model-3'), { event: 'routine', routine: 'delivery' }, BORN);
		const codes: readonly SignalCode[] = ['odometer-traveleddistance'];
		const until = BORN + 40 * 24 * HOUR;
		const looked = lookAtFetches(life, watchedFrom(life, codes, BORN), until);
		expect(looked.seen).toHaveLength(MOST_SEEN + 1);
		const { vehicle } = advance(life, until);
		const { body, error } = readSignal(vehicle, 'odometer-traveleddistance');
		expect(looked.told).toEqual({ 'odometer-traveleddistance': JSON.stringify({ body, error }) });
		expect(
			lookAtFetches(vehicle, { ...watchedFrom(life, codes, BORN), ...looked }, until).seen
		).toEqual([]);
	});

	it('tells nothing of a trigger that is not granted', () => {
		const life = after(born('tesla-model-3'), { event: 'routine', routine: 'commuter' }, BORN);
		const watched = { ...watchedFrom(life, CODES, BORN), isGranted: () => false };
		expect(lookAtFetches(life, watched, BORN + 14 * HOUR).seen).toEqual([]);
	});
});
