import { scriptedChoice } from '#lib/connect/journey/scripted-choice.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import { parseScope } from '#lib/access/scope.ts';
import { describe, expect, it } from 'vitest';

const VEHICLES = [{ id: 'one' }, { id: 'two' }];

describe('scriptedChoice', () => {
	it.each<[string, readonly PermissionName[], string | null]>([
		['required:read_vin read_battery read_odometer', [], 'read_battery read_odometer read_vin'],
		['required:read_vin read_battery', ['read_battery'], 'read_vin'],
		['read_battery read_odometer', ['read_odometer'], 'read_battery'],
		['read_battery read_odometer', ['read_location'], 'read_battery read_odometer'],
		['read_battery', ['read_battery'], null],
		['read_battery read_odometer', ['read_odometer', 'read_battery'], null],
		['required:read_vin read_battery', ['read_vin'], null]
	])('of %s refusing %j sends %s', (scope, refuse, sent) => {
		const asked = parseScope(scope).permissions;
		const form = scriptedChoice({ asked, vehicles: VEHICLES, singleSelect: false }, refuse);
		expect(form && [...form.permissions].sort().join(' ')).toBe(sent);
		expect(form?.vehicles ?? ['one', 'two']).toEqual(['one', 'two']);
	});
});
