import { asChecked } from '#lib/access/catalog/checked-data.ts';
import standIns from './data/stand-ins.json' with { type: 'json' };
import { PROFILES, profileOf } from './profiles.ts';
import type { Profile, StandIns } from './schema.ts';

/** Profiles that answer for models without one of their own, by brand and model. */
const STAND_INS = asChecked<StandIns>(standIns);

/** Ordinary vehicles of each powertrain, for models that nobody has heard of. */
const ORDINARY: Readonly<Record<NonNullable<Profile['powertrain']>, string>> = {
	BEV: 'hyundai-ioniq-5',
	PHEV: 'toyota-rav4-prime',
	HEV: 'toyota-prius',
	ICE: 'subaru-outback'
};

export interface Kind {
	readonly make: string;
	readonly model: string;
	/** What drives it, where that is known beforehand. */
	readonly powertrain?: Profile['powertrain'];
}

/** How a vehicle of a brand and model behaves: as its profile, or as the one that stands in. */
export function profileFor({ make, model, powertrain }: Kind): Profile {
	const fits = (profile: Profile) => !powertrain || profile.powertrain === powertrain;
	const own = PROFILES.find((profile) => profile.make === make && profile.model === model);
	if (own && fits(own)) return own;
	const standIn = STAND_INS[make]?.[model];
	if (standIn && fits(profileOf(standIn))) return profileOf(standIn);
	const ofMake = PROFILES.find((profile) => profile.make === make && fits(profile));
	return ofMake ?? profileOf(ORDINARY[powertrain ?? 'ICE']);
}
