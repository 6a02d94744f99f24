import { MAKES } from '#lib/access/catalog/makes.ts';
import { PROFILES } from '#lib/vehicles/profiles/profiles.ts';

/** What the form offers. */
export interface Choices {
	readonly makes: readonly { readonly key: string; readonly name: string }[];
	readonly models: readonly string[];
}

export function choices(): Choices {
	return {
		makes: MAKES.map(({ key, name }) => ({ key, name })),
		models: [...new Set(PROFILES.map(({ model }) => model))]
	};
}
