import { odometerAt } from './driving.ts';
import type { Instant } from './instant.ts';

const OIL_KM = 16_000;

/** Percent of the way between two oil changes that is left. */
export function oilLifeAt(instant: Instant): number {
	const driven = odometerAt(instant) - instant.state.service.km;
	return Math.min(Math.max(100 - (driven / OIL_KM) * 100, 0), 100);
}
