import { MAKES } from '#lib/access/catalog/makes.ts';
import type { OwnerWords } from '#lib/access/owner-words/en.ts';
import { fill } from '#lib/access/owner-words/fill.ts';
import { languageOf } from '#lib/access/owner-words/languages.ts';
import type { KeptOut } from '#lib/access/powertrain-filter.ts';

interface Named {
	readonly make: string;
	readonly model: string;
	readonly year: number;
}

/** A vehicle as its owner knows it. */
export function vehicleName({ make, model, year }: Named): string {
	return `${MAKES.find(({ key }) => key === make)?.name ?? make} ${model} ${year}`;
}

/** Vehicles that the application does not want, each with the reason in the owner's words. */
export function describeKeptOut(
	keptOut: readonly { readonly vehicle: Named & { readonly vin: string }; readonly why: KeptOut }[],
	words: OwnerWords,
	language: string
) {
	const { list } = languageOf(language);
	return keptOut.map(({ vehicle, why: { wanted, unknown } }) => {
		const kinds = list.format(wanted.map((name) => words[`kind${name}`]));
		return {
			vin: vehicle.vin,
			name: vehicleName(vehicle),
			reason: fill(unknown ? words.wantsKnown : words.wantsOnly, { kinds })
		};
	});
}
