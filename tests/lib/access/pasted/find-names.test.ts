import { findNames } from '#lib/access/pasted/find-names.ts';
import { describe, expect, it } from 'vitest';

/** Each name with `!` where it is required, `?` where none has it, `~` where it is spelled oddly. */
const names = (text: string) =>
	findNames(text).map(
		({ word, name, required, spelling }) =>
			`${word}${required ? '!' : ''}${name === null ? '?' : ''}${spelling === null ? '' : '~'}`
	);

describe('a name', () => {
	it.each([
		['read_vin', ['read_vin']],
		['read_vin: the number', ['read_vin']],
		['_read_vin_', ['read_vin']],
		['required:read_vin', ['required:read_vin!']],
		['required:required:read_vin', ['required:required:read_vin!~']],
		['Required:read_vin', ['Required:read_vin!~']],
		['optional:read_vin', ['optional:read_vin~']],
		['required:', []],
		['READ_VIN', ['READ_VIN~']],
		['readVin', ['readVin~']],
		['read-vin', ['read-vin~']],
		['Scope.READ_VIN', ['Scope.READ_VIN~']],
		['control_security:lock', ['control_security:lock~']],
		['read_vni', ['read_vni?']],
		['required:vni', ['required:vni!?']],
		['optional:vni', []],
		['vin', []],
		['Vin', []],
		['read_', []],
		['read_vin()', []],
		['required:read_vin(', ['required:read_vin!']],
		['read_vin read_fuel', ['read_vin', 'read_fuel']],
		[`read_${'x'.repeat(95)}`, [`read_${'x'.repeat(95)}?`]],
		[`read_${'x'.repeat(96)}`, []]
	])('in %j', (text, found) => {
		expect(names(text)).toEqual(found);
	});

	it('has its place', () => {
		const [first, second] = findNames('a read_vin, "required:read_fuel"');
		expect([first?.start, first?.end]).toEqual([2, 10]);
		expect([second?.start, second?.end]).toEqual([13, 31]);
	});
});
