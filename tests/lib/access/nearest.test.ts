import { nearest } from '#lib/access/nearest.ts';
import { describe, expect, it } from 'vitest';

const KNOWN = ['read_battery', 'read_charge', 'read_odometer', 'TESLA', 'BMW'];

describe('nearest', () => {
	it.each([
		['read_batery', 'read_battery', 'a letter left out'],
		['read_chargee', 'read_charge', 'a letter too many'],
		['read_odomteer', 'read_odometer', 'two letters swapped'],
		['tesla', 'TESLA', 'another case'],
		['BMV', 'BMW', 'one letter of three']
	])('finds for %s the known %s: %s', (word, known) => {
		expect(nearest(word, KNOWN)).toBe(known);
	});

	it.each(['', 'x', 'completely-else', 'read', 'a'.repeat(100_000)])(
		'finds nothing near %.20s',
		(word) => {
			expect(nearest(word, KNOWN)).toBeNull();
		}
	);
});
