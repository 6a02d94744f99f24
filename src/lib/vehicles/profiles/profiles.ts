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

const BY_ID = new Map(PROFILES.map((profile) => [profile.id, profile]));

/** @throws {TypeError} for an id that no profile has. */
export function profileOf(id: string): Profile {
	const profile = BY_ID.get(id);
	if (!profile) throw new TypeError(`No profile has the id ${id}`);
	return profile;
}
