import { DAY, MINUTE } from '../spans.ts';
import { placeAt } from './driving.ts';
import type { Instant } from './instant.ts';
import { outsideCelsius } from './weather.ts';

const TIRE_LOSS_KPA = 0.22;
const LEAST_KPA = 110;
const LOW_VOLTAGE_LOSS = 0.35;
const LEAST_LOW_VOLTAGE = 8;
/** Time in which the air inside comes two thirds of the way to what it tends to. */
const CABIN_LAG = { heated: 7 * MINUTE, left: 45 * MINUTE };

/** Pressure of each wheel: a little goes every day. */
export function tiresAt({ state: { tires }, time }: Instant): readonly number[] {
	const lost = TIRE_LOSS_KPA * ((time - tires.at) / DAY);
	return tires.kPa.map((kPa) => Math.max(kPa - lost, Math.min(kPa, LEAST_KPA)));
}

/** The 12 V battery: it falls while the vehicle stands and is filled by driving and charging. */
export function lowVoltageAt({ state: { lowVoltage, drive, charging }, time }: Instant): number {
	if (drive || charging.session) return lowVoltage.percent;
	const left = lowVoltage.percent - LOW_VOLTAGE_LOSS * ((time - lowVoltage.at) / DAY);
	return Math.max(left, Math.min(lowVoltage.percent, LEAST_LOW_VOLTAGE));
}

export function outsideAt(instant: Instant): number {
	return outsideCelsius(placeAt(instant).at, instant.state.seed, instant.time);
}

export function insideAt(instant: Instant): number {
	const { state, time } = instant;
	const { climate, cabin } = state;
	const goal = climate.cabin ? climate.target : outsideAt(instant);
	const lag = climate.cabin ? CABIN_LAG.heated : CABIN_LAG.left;
	return goal + (cabin.celsius - goal) * Math.exp(-(time - cabin.at) / lag);
}
