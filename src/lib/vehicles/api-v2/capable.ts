import { findMake } from '#lib/access/catalog/find-make.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { COMMANDS } from '../commands/commands.ts';
import { signalsOf } from '../profiles/capabilities.ts';
import type { Profile } from '../profiles/schema.ts';
import { V2_READINGS } from './readings.ts';

/** Has what any brand has. */
const SIMULATED = 'SIMULATED';

interface Able {
	/** Key of the brand. */
	readonly make: string;
	readonly profile: Pick<Profile, 'id' | 'abilities'>;
}

/** Whether a vehicle can answer an item of API v2, whatever is granted. */
export function canAnswer(
	{ code, makes }: Pick<CatalogItem, 'code' | 'makes'>,
	{ make, profile }: Able
): boolean {
	if (makes && make !== SIMULATED && !areOf(makes, make)) return false;
	const command = COMMANDS[code];
	if (command) return profile.abilities.includes(command.needs);
	const reading = V2_READINGS[code];
	if (!reading) return true;
	const has = signalsOf(profile);
	const { needs, oneOf = [] } = reading;
	return (
		needs.every((signal) => has.has(signal)) &&
		(oneOf.length === 0 || oneOf.some((signal) => has.has(signal)))
	);
}

/** Whether the names of brands, as people write them, hold that of a key. */
export function areOf(names: readonly string[], make: string): boolean {
	return names.some((name) => findMake(name, MAKES)?.key === make);
}
