import { kWhAfter, kwAt, spanUntil, type Curve } from '#lib/vehicles/instant/charge-curve.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../vehicles.ts';

const AC: Curve = { fullKWh: 80, kind: 'AC', kw: 10 };
const DC: Curve = { fullKWh: 80, kind: 'DC', kw: 150 };

const anyCurve: fc.Arbitrary<Curve> = fc.record({
	fullKWh: fc.integer({ min: 10, max: 120 }),
	kind: fc.constantFrom('AC' as const, 'DC' as const),
	kw: fc.integer({ min: 2, max: 250 })
});
const anyLevel = fc.double({ min: 0, max: 1, noNaN: true });

describe('a charge curve', () => {
	it.each([
		['AC', AC, 20, 2 * HOUR, 40],
		['AC', AC, 74, 7.2 * MINUTE, 75.2],
		['DC', DC, 8, 10 * MINUTE, 33]
	])('of %s rises in a straight line below its knee', (_, curve, from, span, expected) => {
		expect(kWhAfter(curve, from, span)).toBeCloseTo(expected, 6);
	});

	it('tapers off above the knee', () => {
		expect(kwAt(DC, 40)).toBe(150);
		expect(kwAt(DC, 64)).toBeLessThan(90);
		expect(kwAt(DC, 80)).toBeLessThan(10);
		expect(kwAt(DC, 80)).toBeGreaterThan(0);
	});

	it('takes as long from 10 to 80 percent as such vehicles do, and far longer to 100', () => {
		expect(spanUntil(DC, 8, 64) / MINUTE).toBeCloseTo(25.1, 1);
		expect(spanUntil(DC, 8, 80) / MINUTE).toBeCloseTo(58.9, 1);
	});

	it('is full after the time that it takes, and not a moment before', () => {
		fc.assert(
			fc.property(anyCurve, anyLevel, anyLevel, (curve, one, other) => {
				const [from, to] = [Math.min(one, other), Math.max(one, other)].map(
					(level) => level * curve.fullKWh
				);
				const span = spanUntil(curve, from ?? 0, to ?? 0);
				expect(kWhAfter(curve, from ?? 0, span)).toBeGreaterThanOrEqual((to ?? 0) - 1e-6);
				if (span > 1) expect(kWhAfter(curve, from ?? 0, span - 1)).toBeLessThan((to ?? 0) + 1e-9);
			})
		);
	});

	it('leads to the same whether one looks in between or not', () => {
		fc.assert(
			fc.property(anyCurve, anyLevel, anyLevel, (curve, level, share) => {
				const from = level * curve.fullKWh;
				const between = kWhAfter(curve, from, share * HOUR);
				const on = kWhAfter(curve, between, (1 - share) * HOUR);
				expect(on).toBeCloseTo(kWhAfter(curve, from, HOUR), 6);
				expect(between).toBeGreaterThanOrEqual(from);
			})
		);
	});

	it('takes no time to where it is', () => {
		expect(spanUntil(AC, 40, 40)).toBe(0);
		expect(spanUntil(AC, 40, 30)).toBe(0);
	});
});
