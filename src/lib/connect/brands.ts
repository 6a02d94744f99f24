import { MAKES } from '#lib/access/catalog/makes.ts';
import type { Make } from '#lib/access/catalog/schema.ts';
import { fold } from '#lib/access/fold.ts';

/** Countries of Connect by ISO 3166-1 alpha-2, with the region that decides on their brands. */
const COUNTRIES: Readonly<Record<string, 'US' | 'CA' | 'EU'>> = {
	AT: 'EU',
	BE: 'EU',
	CA: 'CA',
	CH: 'EU',
	CZ: 'EU',
	DE: 'EU',
	DK: 'EU',
	ES: 'EU',
	FI: 'EU',
	FR: 'EU',
	GB: 'EU',
	IE: 'EU',
	IT: 'EU',
	LU: 'EU',
	NL: 'EU',
	NO: 'EU',
	PL: 'EU',
	PT: 'EU',
	SE: 'EU',
	US: 'US'
};

export const COUNTRY_CODES: readonly string[] = Object.keys(COUNTRIES);

/** Other names that owners type. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
	CHEVROLET: ['chevy'],
	LAND_ROVER: ['range rover', 'jlr'],
	MERCEDES_BENZ: ['mercedes', 'merc', 'benz', 'daimler'],
	TOYOTA: ['prius'],
	VOLKSWAGEN: ['vw']
};

export interface Brand {
	readonly key: string;
	readonly name: string;
	/** Folded; what a search looks at. */
	readonly words: string;
}

/** Brands that a country has; all of them where it is not known. */
export function brandsOf(country: string | null): readonly Brand[] {
	const region = country === null ? undefined : COUNTRIES[country];
	return MAKES.filter(({ regions }) => !region || !regions || regions.includes(region)).map(
		({ key, name }: Make) => ({
			key,
			name,
			words: fold([name, key, ...(ALIASES[key] ?? [])].join(' '))
		})
	);
}
