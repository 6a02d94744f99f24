import { officialCatalog } from '#lib/access/catalog/official.ts';
import { isSignalCode, SIGNALS, type SignalCode } from '../signals/signals.ts';
import { PROFILES } from './profiles.ts';
import type { Profile } from './schema.ts';

const ALL = 'all';

/** Signals that each profile has, in ascending order of code. */
const SIGNALS_BY_PROFILE = new Map(
	PROFILES.map((profile) => [profile.id, new Set(readSignals(profile))])
);

/** The signals that a vehicle can tell; asking it for another is answered with an error. */
export function signalsOf({ id }: Pick<Profile, 'id'>): ReadonlySet<SignalCode> {
	return SIGNALS_BY_PROFILE.get(id) ?? new Set();
}

/** @throws {TypeError} when a profile names a signal that does not exist. */
function readSignals(profile: Profile): readonly SignalCode[] {
	const codes = Object.entries(profile.signals).flatMap(([group, names]) =>
		names === ALL
			? allOf(group, profile)
			: names.split(' ').map((name) => signalCode(`${group}-${name}`, profile))
	);
	return codes.sort();
}

/** What a vehicle with such a powertrain may have of a group. */
function allOf(group: string, { powertrain, battery }: Profile): readonly SignalCode[] {
	const drivenBy = powertrain ?? (battery ? 'BEV' : 'ICE');
	return Object.keys(SIGNALS)
		.filter(isSignalCode)
		.filter((code) => code.startsWith(`${group}-`))
		.filter((code) => {
			const fits = officialCatalog.item(code)?.powertrains;
			return !fits || fits.includes(drivenBy);
		});
}

function signalCode(code: string, { id }: Profile): SignalCode {
	if (!isSignalCode(code)) throw new TypeError(`${id} names ${code}, which is no signal`);
	return code;
}
