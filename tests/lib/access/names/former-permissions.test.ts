import { formerPermission } from '#lib/access/names/former-permissions.ts';
import { describe, expect, it } from 'vitest';

describe('a name of the field is told as', () => {
	it.each([
		['control_security:lock', 'is the former spelling of one command'],
		['control_security:unlock', 'is the former spelling of one command'],
		['control_charge:start', 'is not what the platform calls it'],
		['control_charge:stop', 'is not what the platform calls it'],
		['control_trunk:open', 'is not what the platform calls it'],
		['read_engine', 'is not what the platform calls it'],
		['read_tire_pressure', 'is not what the platform calls it'],
		['read_hvac', 'is not what the platform calls it']
	])('what is known of it: %s %s', (name, what) => {
		expect(formerPermission(name)?.what).toBe(what);
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
