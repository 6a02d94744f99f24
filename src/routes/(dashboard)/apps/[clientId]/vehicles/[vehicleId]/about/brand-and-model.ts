import { findMake } from '#lib/access/catalog/find-make.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import type { Profile } from '#lib/vehicles/profiles/schema.ts';

/** A profile as people name it. */
export function brandAndModel({ make, model }: Pick<Profile, 'make' | 'model'>): string {
	return `${findMake(make, MAKES)?.name ?? make} ${model}`;
}
