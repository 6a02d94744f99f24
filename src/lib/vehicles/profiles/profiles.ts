import { asChecked } from '#lib/access/catalog/checked-data.ts';
import electric from './data/electric.json' with { type: 'json' };
import fuel from './data/fuel.json' with { type: 'json' };
import plugIn from './data/plug-in.json' with { type: 'json' };
import simulated from './data/simulated.json' with { type: 'json' };
import type { Profile } from './schema.ts';

/** Every kind of vehicle there is. */
export const PROFILES: readonly Profile[] = [electric, plugIn, fuel, simulated].flatMap((data) =>
	asChecked<readonly Profile[]>(data)
);

/** A vehicle that tells nothing and does nothing; no model is one, but a test login may ask for it. */
export const INCOMPATIBLE: Profile = {
	id: 'incompatible',
	make: 'SIMULATED',
	model: 'Incompatible',
	year: 2012,
	powertrain: null,
	region: 'US',
	home: { place: { latitude: 37.7749, longitude: -122.4194 }, utcOffset: -8 },
	tank: { liters: 50, litersPer100Km: 7 },
	tireKPa: 230,
	trim: 'Base',
	colors: ['White'],
	wheels: '16-inch',
	firmware: '1.0.0',
	packages: [],
	signals: {},
	abilities: []
};

const BY_ID = new Map([...PROFILES, INCOMPATIBLE].map((profile) => [profile.id, profile]));

export function isProfileId(id: string): boolean {
	return BY_ID.has(id);
}

/** @throws {TypeError} for an id that no profile has. */
export function profileOf(id: string): Profile {
	const profile = BY_ID.get(id);
	if (!profile) throw new TypeError(`No profile has the id ${id}`);
	return profile;
}
