import { profileFor, type Kind } from './profile-for.ts';
import { INCOMPATIBLE, profileOf } from './profiles.ts';
import type { Profile } from './schema.ts';

/** What is stored of a vehicle that says how it behaves. */
export interface VehicleKind extends Pick<Kind, 'make' | 'model'> {
	/** The profile that was chosen for it; null where the rest decides. */
	readonly profile: string | null;
	/** Of its test login; some name what drives the vehicle. */
	readonly level: string;
}

const POWERTRAINS: ReadonlyMap<string, Kind['powertrain']> = new Map([
	['bev', 'BEV'],
	['phev', 'PHEV'],
	['fuel', 'ICE']
]);

export function profileOfVehicle({ profile, make, model, level }: VehicleKind): Profile {
	if (profile !== null) return profileOf(profile);
	if (level === 'incompatible') return INCOMPATIBLE;
	return profileFor({ make, model, powertrain: POWERTRAINS.get(level) ?? null });
}
