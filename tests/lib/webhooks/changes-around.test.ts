import type { Vehicle } from '#lib/vehicles/kept.ts';
import { profileOf } from '#lib/vehicles/profiles/profiles.ts';
import { HOUR, MINUTE, SECOND } from '#lib/vehicles/spans.ts';
import { advance, newVehicle, transition } from '#lib/vehicles/vehicle.ts';
import { changesAround } from '#lib/webhooks/changes-around.ts';
import { expect, it } from 'vitest';

const BORN = Date.UTC(2026, 10, 27, 12);
const UNLOCKED = BORN + 10 * MINUTE;

/** Unlocked ten minutes after its birth; the fetch half a minute later does not know it yet. */
function unlockedOnce(until: number): Vehicle {
	const vin = '5YJSA1CN5DFP00101';
	const born = newVehicle({ profile: profileOf('simulated-bev'), vin, seed: 1, time: BORN });
	const { vehicle } = transition(born, { event: 'unlock' }, UNLOCKED - 5 * SECOND);
	return advance(vehicle, until).vehicle;
}

const around = (vehicle: Vehicle, moment: number, wanted = ['closure-islocked']) =>
	changesAround(vehicle, wanted, {
		moment,
		span: { from: moment - 2 * MINUTE, to: moment + 5 * MINUTE }
	});

const LOCKED = { code: 'closure-islocked', before: null, after: { value: false } };

it('finds the fetch that brought what is looked for', () => {
	const { fetchedAt, changes } = around(unlockedOnce(UNLOCKED + 90 * SECOND), UNLOCKED);
	expect(fetchedAt).toBe(UNLOCKED + MINUTE);
	expect(changes).toContainEqual(LOCKED);
});

it('does not see yet what no read can see', () => {
	const { changes } = around(unlockedOnce(UNLOCKED + MINUTE + SECOND), UNLOCKED);
	expect(changes.map(({ code }) => code)).not.toContain('closure-islocked');
});

it('finds what changed beside what is looked for, and nothing that was only said again', () => {
	const vehicle = unlockedOnce(UNLOCKED + 90 * SECOND);
	const { fetchedAt, changes } = around(vehicle, UNLOCKED, ['charge-ischarging']);
	expect(fetchedAt).toBe(UNLOCKED + MINUTE);
	expect(changes).toContainEqual(LOCKED);
	expect(changes.map(({ code }) => code)).not.toContain('tractionbattery-stateofcharge');
});

it('says what was before where the vehicle goes on as it did', () => {
	const vin = '5YJSA1CN5DFP00101';
	const born = newVehicle({ profile: profileOf('simulated-bev'), vin, seed: 1, time: BORN });
	const { vehicle } = transition(born, { event: 'drive' }, BORN + MINUTE);
	const now = advance(vehicle, BORN + 6 * MINUTE).vehicle;
	const { changes } = around(now, BORN + 5 * MINUTE, ['odometer-traveleddistance']);
	const driven = changes.find(({ code }) => code === 'odometer-traveleddistance');
	expect(Number(driven?.after?.value)).toBeGreaterThan(Number(driven?.before?.value));
});

it('says of what is no longer kept when it was said, and not what was before', () => {
	const vehicle = unlockedOnce(UNLOCKED + HOUR);
	const { fetchedAt, changes } = around(vehicle, UNLOCKED);
	expect(fetchedAt).toBe(UNLOCKED + MINUTE);
	expect(changes).toContainEqual(LOCKED);
});

it('does not know what was before the oldest state that is kept', () => {
	const vehicle = unlockedOnce(UNLOCKED + HOUR);
	expect(around(vehicle, BORN + 3 * MINUTE)).toEqual({ fetchedAt: null, changes: [] });
});

it('finds no change where there was none', () => {
	const vehicle = unlockedOnce(UNLOCKED + HOUR);
	const moment = UNLOCKED + 31 * MINUTE;
	const { fetchedAt, changes } = around(vehicle, moment);
	expect(changes.map(({ code }) => code)).not.toContain('closure-islocked');
	expect(fetchedAt).not.toBeNull();
});

it('finds a fetch that somebody asked for', () => {
	const asked = UNLOCKED + 25 * SECOND;
	const vehicle = { ...unlockedOnce(UNLOCKED + 40 * SECOND), asked: [asked] };
	const { fetchedAt, changes } = around(vehicle, UNLOCKED);
	expect(fetchedAt).toBe(asked);
	expect(changes).toContainEqual({ ...LOCKED, before: { value: true } });
});
