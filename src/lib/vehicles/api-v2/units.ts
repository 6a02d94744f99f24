import { GALLONS_PER_LITER, MILES_PER_KM, PSI_PER_KPA } from '../signals/imperial.ts';
import { rounded } from '../signals/shapes.ts';

/** Values of the header by which a program says in which units it wants its answer. */
export const UNIT_SYSTEMS = ['metric', 'imperial'] as const;

export type UnitSystem = (typeof UNIT_SYSTEMS)[number];

/** What is measured otherwise in the other system, from the metric unit of API v2. */
export interface Units {
	/** Of kilometers, and of kilometers an hour. */
	readonly distance: (km: number) => number;
	readonly pressure: (kPa: number) => number;
	readonly volume: (liters: number) => number;
	readonly temperature: (celsius: number) => number;
}

const same = (value: number) => value;

export const UNITS: Readonly<Record<UnitSystem, Units>> = {
	metric: { distance: same, pressure: same, volume: same, temperature: same },
	imperial: {
		distance: (km) => rounded(km * MILES_PER_KM, 2),
		pressure: (kPa) => rounded(kPa * PSI_PER_KPA, 2),
		volume: (liters) => rounded(liters * GALLONS_PER_LITER, 2),
		temperature: (celsius) => rounded((celsius * 9) / 5 + 32, 1)
	}
};

/** The system that a text names, whatever its case; null for one that nobody knows. */
export function unitSystemOf(text: string): UnitSystem | null {
	const wanted = text.trim().toLowerCase();
	return UNIT_SYSTEMS.find((system) => system === wanted) ?? null;
}
