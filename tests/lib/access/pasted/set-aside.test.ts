import { withoutComments } from '#lib/access/pasted/comments.ts';
import { findNames } from '#lib/access/pasted/find-names.ts';
import { asideNames, asideWords, setNamesAside } from '#lib/access/pasted/set-aside.ts';
import { describe, expect, it } from 'vitest';

describe('what is set aside', () => {
	it('are names, each once, the first six of them', () => {
		expect(setNamesAside([], 'why')).toEqual([]);
		expect(setNamesAside(findNames('read_vin read_fuel read_vin'), 'why')).toEqual([
			{ text: 'read_vin, read_fuel', why: 'why' }
		]);
		const six = 'read_a1 read_a2 read_a3 read_a4 read_a5 read_a6';
		expect(setNamesAside(findNames(six), '')[0]?.text).toBe(six.replaceAll(' ', ', '));
		expect(setNamesAside(findNames(`${six} read_a7`), '')[0]?.text).toMatch(/read_a6 and 1 more$/);
	});

	it('are names of asides, by their reason, without those that are asked for', () => {
		const text = '// read_vin\n/* read_fuel read_rows */\n~~read_tires~~\n- [ ] read_battery\n';
		const found = asideNames(text, withoutComments(text).asides, new Set(['read_fuel']));
		expect(found).toEqual([
			{ text: 'read_vin', why: 'It stands in a comment, so nothing asks for it.' },
			{ text: 'read_tires', why: 'It is struck out.' },
			{ text: 'read_battery', why: 'Its box is not ticked.' }
		]);
	});

	it('are words of two letters and more between names', () => {
		expect(asideWords('read_vin', 'why')).toEqual([]);
		expect(asideWords('ab c read_vin ab de', 'why')).toEqual([{ text: 'ab, de', why: 'why' }]);
		expect(asideWords('a, 1', 'why')).toEqual([]);
	});
});
