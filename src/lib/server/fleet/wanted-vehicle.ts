import { findMake } from '#lib/access/catalog/find-make.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import { simulatedModel } from '#lib/connect/simulated-models.ts';
import { makeOfVin, yearOfVin } from '#lib/connect/vin-facts.ts';
import { profileFor } from '#lib/vehicles/profiles/profile-for.ts';
import { isProfileId, profileOf } from '#lib/vehicles/profiles/profiles.ts';
import type { Profile } from '#lib/vehicles/profiles/schema.ts';

/** What is said of a vehicle that somebody adds; what is left out follows from the rest. */
export interface WantedVehicle {
	/** Brand by key or name. */
	readonly make?: string | undefined;
	readonly model?: string | undefined;
	readonly year?: number | undefined;
	readonly vin?: string | undefined;
	readonly powertrain?: NonNullable<Profile['powertrain']> | undefined;
	/** Id of the profile that it behaves by. */
	readonly profile?: string | undefined;
}

/** A vehicle before it has an account. */
export interface DecidedVehicle {
	readonly make: string;
	readonly model: string;
	readonly year: number;
	/** In capitals; null for one that is still to be made. */
	readonly vin: string | null;
	readonly profile: string;
}

/** The powertrain is another than the chosen profile has. */
export type NoSuchVehicle = 'NO_SUCH_MAKE' | 'NO_SUCH_PROFILE' | 'OTHER_POWERTRAIN';

/** The brand of vehicles of which nothing is said. */
const USUAL_MAKE = 'TESLA';

export function decideVehicle(wanted: WantedVehicle): DecidedVehicle | NoSuchVehicle {
	const named = wanted.make === undefined ? undefined : findMake(wanted.make, MAKES);
	if (named === null) return 'NO_SUCH_MAKE';
	if (wanted.profile !== undefined && !isProfileId(wanted.profile)) return 'NO_SUCH_PROFILE';
	const chosen = wanted.profile === undefined ? null : profileOf(wanted.profile);
	const { powertrain } = wanted;
	if (chosen && powertrain && chosen.powertrain !== powertrain) return 'OTHER_POWERTRAIN';
	const vin = wanted.vin?.toUpperCase() ?? null;
	const make = named?.key ?? makeOfVin(vin ?? '') ?? makeLike(chosen, wanted);
	const [model, profile] = modelAndProfile(make, chosen, wanted);
	const { year } = profile.make === make ? profile : simulatedModel(make, 0);
	return {
		make,
		model,
		year: wanted.year ?? yearOfVin(vin ?? '') ?? year,
		vin,
		profile: profile.id
	};
}

/** A brand that owners can pick, which has such vehicles. */
function makeLike(chosen: Profile | null, { powertrain }: WantedVehicle): string {
	if (chosen && findMake(chosen.make, MAKES)) return chosen.make;
	const wanted = powertrain ?? chosen?.powertrain;
	return wanted ? profileFor({ make: '', model: '', powertrain: wanted }).make : USUAL_MAKE;
}

function modelAndProfile(
	make: string,
	chosen: Profile | null,
	{ model, powertrain }: WantedVehicle
): readonly [string, Profile] {
	const usual = simulatedModel(make, 0).model;
	const kind = { make, model: model ?? usual, ...(powertrain && { powertrain }) };
	const profile = chosen ?? profileFor(kind);
	return [model ?? (profile.make === make ? profile.model : usual), profile];
}
