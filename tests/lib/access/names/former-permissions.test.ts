import { formerPermission } from '#lib/access/names/former-permissions.ts';
import { describeFormer } from '#lib/access/scope-words.ts';
import { describe, expect, it } from 'vitest';

describe('a name of the field is told as', () => {
	it.each([
		['control_security:lock', 'is the former spelling of one command; write “control_security”.'],
		['control_security:unlock', 'is the former spelling of one command; write “control_security”.'],
		['control_charge:start', 'is not what the platform calls it; write “control_charge”.'],
		['control_charge:stop', 'is not what the platform calls it; write “control_charge”.'],
		['control_trunk:open', 'is not what the platform calls it; write “control_trunk”.'],
		['read_engine', 'is not what the platform calls it; write “read_engine_oil”.'],
		['read_tire_pressure', 'is not what the platform calls it; write “read_tires”.'],
		['read_hvac', 'is not what the platform calls it; write “read_climate”.']
	])('what is known of it: %s %s', (name, told) => {
		const former = formerPermission(name);
		expect(former && describeFormer(former)).toBe(told);
	});

	it('nothing, where the table has no row', () => {
		expect(['read_vin', '', '__proto__', 'constructor'].map(formerPermission)).toEqual([
			null,
			null,
			null,
			null
		]);
	});
});
