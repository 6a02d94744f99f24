import { nearest, nearestWithin } from '#lib/access/nearest.ts';
import { describe, expect, it } from 'vitest';

const KNOWN = ['read_battery', 'read_charge', 'read_odometer', 'TESLA', 'BMW'];

describe('nearest', () => {
	it.each([
		['read_batery', 'read_battery', 'a letter left out'],
		['read_chargee', 'read_charge', 'a letter too many'],
		['read_odomteer', 'read_odometer', 'two letters swapped'],
		['tesla', 'TESLA', 'another case'],
		['BMV', 'BMW', 'one letter of three'],
		['BM', 'BMW', 'two letters of three']
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

describe('how near a word is', () => {
	it('is a third of its letters at most', () => {
		expect(nearest('abxdyf', ['abcdef'])).toBe('abcdef');
		expect(nearest('abxdyz', ['abcdef'])).toBeNull();
	});

	it.each([
		['abcdef', 'abcdefgh', 2, 'two letters more'],
		['abcdefgh', 'abcdef', 2, 'two letters less'],
		['abcdef', 'abxdyf', 2, 'two other letters'],
		['abcdef', 'bacdfe', 2, 'two swaps'],
		['abcdef', 'bcdefg', 2, 'one less in front, one more behind'],
		['abcdef', 'bcdefxg', 3, 'one less in front, two more behind'],
		['abcdef', 'xbcdxefx', 3, 'one other and two more'],
		['cdef', 'abcdef', 2, 'two less in front'],
		['abcdef', 'cdef', 2, 'two more in front'],
		['abef', 'bcef', 2, 'one letter in the place before'],
		['abef', 'caef', 2, 'one letter in the place behind'],
		['abcdef', 'ghijkl', 6, 'nothing in common'],
		['', 'ab', 2, 'nothing and two letters']
	])('%s and %s are %i apart: %s', (word, known, distance) => {
		expect(nearestWithin(word, [known], distance)).toBe(known);
		expect(nearestWithin(word, [known], distance - 1)).toBeNull();
	});

	it('is asked of words of at most 120 characters', () => {
		const word = 'a'.repeat(120);
		expect(nearest(word, [`${word}b`])).toBe(`${word}b`);
		expect(nearest(`${word}a`, [word])).toBeNull();
	});

	it('takes the first of equally near words, and the nearer of two', () => {
		expect(nearestWithin('abcd', ['abce', 'abcf'], 2)).toBe('abce');
		expect(nearestWithin('abcd', ['abxx', 'abcf'], 2)).toBe('abcf');
	});
});
