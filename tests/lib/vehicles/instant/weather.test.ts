import { outsideCelsius } from '#lib/vehicles/instant/weather.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../vehicles.ts';

const JANUARY = Date.UTC(2026, 0, 1);
const JULY = Date.UTC(2026, 6, 1);
const BERLIN = { latitude: 52.52, longitude: 13.405 };
const SYDNEY = { latitude: -33.87, longitude: 151.2 };
const QUITO = { latitude: -0.2, longitude: -78.5 };

/** Mean of a month of hours. */
function mean(place: typeof BERLIN, from: number, hour = 0): number {
	const hours = Array.from({ length: 30 }, (_, day) => from + day * DAY + hour * HOUR);
	return hours.reduce((sum, time) => sum + outsideCelsius(place, 5, time), 0) / hours.length;
}

describe('the weather', () => {
	it.each([
		['Berlin', BERLIN, -4.5, 18],
		['Sydney', SYDNEY, 22, 7.5],
		['Quito', QUITO, 28, 28]
	])('of %s is cold in its winter and warm in its summer', (_, place, january, july) => {
		expect(
			Math.abs((mean(place, JANUARY, 0) + mean(place, JANUARY, 12)) / 2 - january)
		).toBeLessThan(2.5);
		expect(Math.abs((mean(place, JULY, 0) + mean(place, JULY, 12)) / 2 - july)).toBeLessThan(2.5);
	});

	it('is warmest in the afternoon of the place', () => {
		expect(mean(BERLIN, JULY, 14) - mean(BERLIN, JULY, 2)).toBeGreaterThan(6);
		expect(mean(QUITO, JULY, 20) - mean(QUITO, JULY, 8)).toBeGreaterThan(6);
	});

	it('turns without a leap, differs by seed, and stays within what people bear', () => {
		const anyTime = fc.integer({ min: JANUARY, max: JANUARY + 3650 * DAY });
		fc.assert(
			fc.property(anyTime, fc.nat(), (time, seed) => {
				const celsius = outsideCelsius(BERLIN, seed, time);
				expect(Math.abs(outsideCelsius(BERLIN, seed, time + 60_000) - celsius)).toBeLessThan(0.1);
				expect(celsius).toBeGreaterThan(-20);
				expect(celsius).toBeLessThan(36);
			})
		);
		expect(outsideCelsius(BERLIN, 1, JULY)).not.toBe(outsideCelsius(BERLIN, 2, JULY));
	});
});
