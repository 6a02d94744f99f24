import details from '#lib/access/catalog/data/details.json' with { type: 'json' };
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { ItemDetail } from '#lib/access/catalog/schema.ts';
import { signalsOf } from '#lib/vehicles/profiles/capabilities.ts';
import { PROFILES } from '#lib/vehicles/profiles/profiles.ts';
import { lookAtSignal } from '#lib/vehicles/platform/read.ts';
import { isSignalCode, SIGNALS } from '#lib/vehicles/signals/signals.ts';
import { newVehicle, transition } from '#lib/vehicles/vehicle.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { after, anyProfile, anySeed, anySteps, HOUR, later, NOON, VIN } from '../vehicles.ts';
import { body, charging } from './charging.ts';

const described = z.record(z.string(), ItemDetail).parse(details);
const signals = officialCatalog.items.filter(({ kind }) => kind === 'signal');
const codes = Object.keys(SIGNALS).filter(isSignalCode);

/** Units that the bodies of signals name; minutes stand in the documents alone. */
const UNITS: Readonly<Record<string, string | null>> = {
	ampere: 'ampere',
	celsius: 'celsius',
	count: 'count',
	degrees: null,
	kPa: 'bar',
	kWh: 'kWh',
	km: 'km',
	'km/h': 'km/h',
	liters: 'liters',
	minutes: null,
	percent: 'percent',
	volts: 'volts',
	watts: 'watts'
};

/** Names of all fields of a body, lists as the documents write them. */
function fieldsOf(value: unknown, path = ''): readonly string[] {
	if (Array.isArray(value)) return [...new Set(value.flatMap((one) => fieldsOf(one, `${path}[]`)))];
	if (typeof value !== 'object' || value === null) return [path];
	return Object.entries(value).flatMap(([name, inner]) => {
		const inside = path === '' ? name : `${path}.${name}`;
		return [inside, ...fieldsOf(inner, inside)];
	});
}

const charged = after(later(charging, HOUR), { event: 'stop-charge' }, { event: 'start-charge' });

describe('the signals', () => {
	it('are those of the catalog', () => {
		expect(codes.toSorted()).toEqual(signals.map(({ code }) => code).sort());
	});

	it.each(codes)('%s has the fields and the unit that the documents name', (code) => {
		const told = body(charged, code);
		const known = new Set(described[code]?.fields.map(({ name }) => name.replace(/\[\]$/, '')));
		const unknown = fieldsOf(told).filter((field) => !known.has(field.replace(/\[\]$/, '')));
		expect(unknown).toEqual([]);
		const unit = officialCatalog.item(code)?.unit;
		expect(told.unit ?? null).toBe(unit === undefined ? null : UNITS[unit]);
	});

	it('follow their schemas, whatever happens to a vehicle', () => {
		fc.assert(
			fc.property(anyProfile, anySeed, anySteps, (profile, seed, steps) => {
				let vehicle = newVehicle({ profile, vin: VIN, seed, time: NOON });
				for (const { event, wait } of steps) {
					({ vehicle } = transition(vehicle, event, vehicle.state.time + wait));
				}
				for (const code of signalsOf(profile)) {
					const told = lookAtSignal(vehicle, code);
					if (!told) continue;
					const { error } = SIGNALS[code].schema.safeParse(told);
					expect(error && `${code} ${JSON.stringify(told)} ${error.message}`).toBeUndefined();
				}
			}),
			{ numRuns: 100 }
		);
	});

	it('are told by every vehicle that has them', () => {
		for (const profile of PROFILES.filter(({ battery }) => battery)) {
			const start = newVehicle({ profile, vin: VIN, seed: 5, time: NOON });
			const plugged = after(start, { event: 'unplug' }, { event: 'plug-in' });
			for (const code of signalsOf(profile)) expect(lookAtSignal(plugged, code)).not.toBeNull();
		}
	});
});
