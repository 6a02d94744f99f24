import { draw, drawBetween, drawOne } from '#lib/vehicles/draw.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('draw', () => {
	it('gives the same number for the same seed and keys, from 0 up to 1', () => {
		fc.assert(
			fc.property(fc.integer(), fc.string(), fc.integer(), (seed, name, day) => {
				const drawn = draw(seed, name, day);
				expect(draw(seed, name, day)).toBe(drawn);
				expect(drawn).toBeGreaterThanOrEqual(0);
				expect(drawn).toBeLessThan(1);
			})
		);
	});

	it('spreads over the whole range, by seed, by name and by day', () => {
		for (const drawn of [
			(n: number) => draw(n, 'leaves', 3),
			(n: number) => draw(3, `stop ${n}`),
			(n: number) => draw(3, 'leaves', n)
		]) {
			const tenths = new Array<number>(10).fill(0);
			for (let n = 0; n < 5000; n++) {
				const tenth = Math.floor(drawn(n) * 10);
				tenths[tenth] = (tenths[tenth] ?? 0) + 1;
			}
			expect(Math.min(...tenths)).toBeGreaterThan(400);
			expect(Math.max(...tenths)).toBeLessThan(600);
		}
	});

	it('tells the order of its keys apart', () => {
		expect(draw(1, 2, 3)).not.toBe(draw(1, 3, 2));
	});
});

describe('drawBetween', () => {
	it('stays between its ends', () => {
		fc.assert(
			fc.property(fc.integer(), (seed) => {
				const drawn = drawBetween(-25, 40, seed, 'minutes');
				expect(drawn).toBeGreaterThanOrEqual(-25);
				expect(drawn).toBeLessThan(40);
			})
		);
	});
});

describe('drawOne', () => {
	it('gives every choice some time', () => {
		const drawn = new Set(Array.from({ length: 50 }, (_, seed) => drawOne(['a', 'b', 'c'], seed)));
		expect([...drawn].sort()).toEqual(['a', 'b', 'c']);
	});

	it('takes no empty list', () => {
		expect(() => drawOne([], 1)).toThrow(new TypeError('There is nothing to choose from'));
	});
});
