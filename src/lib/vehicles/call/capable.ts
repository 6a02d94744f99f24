import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { canAnswer } from '../api-v2/capable.ts';
import { COMMANDS } from '../commands/commands.ts';
import { signalsOf } from '../profiles/capabilities.ts';
import type { Profile } from '../profiles/schema.ts';
import { isSignalCode } from '../signals/signals.ts';

/** What of a vehicle says what it can do. */
export interface Able {
	/** Key of the brand. */
	readonly make: string;
	readonly profile: Pick<Profile, 'id' | 'abilities'>;
}

/** Whether a vehicle has what an item of the catalog asks of it, whatever is granted. */
export function isCapable(
	{ make, profile }: Able,
	item: Pick<CatalogItem, 'kind' | 'code' | 'makes' | 'apiVersion'>
): boolean {
	const { kind, code, apiVersion } = item;
	if (apiVersion === 'v2') return canAnswer(item, { make, profile });
	const command = COMMANDS[code];
	if (command) return profile.abilities.includes(command.needs);
	// What is told of the vehicle itself every one has.
	return kind !== 'signal' || (isSignalCode(code) && signalsOf(profile).has(code));
}
