import { litersAt } from '../instant/driving.ts';
import type { Instant } from '../instant/instant.ts';
import { oilLifeAt } from '../instant/oil.ts';
import { Km, Liters, Percent, rounded } from './shapes.ts';
import { signal } from './signal.ts';

/** Fuel and oil. */
export const ENGINE_SIGNALS = {
	'internalcombustionengine-amountremaining': signal({
		schema: Liters,
		parts: ['tank', 'drive'],
		moves: 'driving',
		read: (instant) => ({ value: rounded(litersAt(instant), 1), unit: 'liters' })
	}),
	'internalcombustionengine-fuellevel': signal({
		schema: Percent,
		parts: ['tank', 'drive'],
		moves: 'driving',
		read: (instant) => ({ value: rounded(fuelPercent(instant)), unit: 'percent' })
	}),
	'internalcombustionengine-range': signal({
		schema: Km,
		parts: ['tank', 'drive'],
		moves: 'driving',
		read: (instant) => {
			const use = instant.profile.tank?.litersPer100Km ?? 1;
			return { value: rounded((litersAt(instant) / use) * 100), unit: 'km' };
		}
	}),
	'internalcombustionengine-oillife': signal({
		schema: Percent,
		parts: ['odometer', 'service', 'drive'],
		moves: 'driving',
		read: (instant) => ({ value: rounded(oilLifeAt(instant)), unit: 'percent' })
	})
};

function fuelPercent(instant: Instant): number {
	const full = instant.profile.tank?.liters ?? 1;
	return Math.min((litersAt(instant) / full) * 100, 100);
}
