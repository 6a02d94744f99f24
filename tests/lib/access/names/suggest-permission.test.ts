import { permissionForm, suggestPermission } from '#lib/access/names/suggest-permission.ts';
import { isPermissionName, PERMISSION_NAMES } from '#lib/access/permission.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a wrong name leads to', () => {
	it.each([
		// By the table.
		['control_security:unlock', 'control_security'],
		['control_security:lock', 'control_security'],
		['read_lock', 'read_security'],
		['control_lock', 'control_security'],
		['read_tire_pressure', 'read_tires'],
		['read_engine', 'read_engine_oil'],
		// By another way of writing it.
		['READ_ODOMETER', 'read_odometer'],
		['read-odometer', 'read_odometer'],
		['readOdometer', 'read_odometer'],
		['SmartcarPermission.readOdometer', 'read_odometer'],
		['odometer', 'read_odometer'],
		['optional:read_vin', 'read_vin'],
		['read_vin%', 'read_vin'],
		// By a slip.
		['read_odometr', 'read_odometer'],
		['read_locaton', 'read_location'],
		['read_charge_event', 'read_charge_events'],
		['control_secuirty', 'control_security'],
		// By its words.
		['read_charge_status', 'read_charge'],
		['read_battery_level', 'read_battery'],
		['read_fuel_tank', 'read_fuel'],
		['read_ev_battery', 'read_battery'],
		['read_extended_vehicle_info_all', 'read_extended_vehicle_info'],
		['read_service', 'read_service_history'],
		['read_engine_status', 'read_engine_oil'],
		['control_security:open', 'control_security'],
		['read_odometer:km', 'read_odometer'],
		['read_vehicle_battery', 'read_battery'],
		['read_service_log', 'read_service_history'],
		['read_charge_a_lot', 'read_charge'],
		// By likeness.
		['read_termometer', 'read_thermometer'],
		['control_navgtion', 'control_navigation']
	] as const)('%s: %s', (word, name) => {
		expect(suggestPermission(word)).toBe(name);
	});

	it.each([
		['control_engine', 'and not to the PIN, which is four letters away'],
		['control_engine:start', 'and not to what a command behind it is like'],
		['control_spain', 'and not to what is sensitive by mere likeness'],
		['control_odometer', 'and reading is not controlling'],
		['read_trunk_', 'and controlling is not reading'],
		['read', 'too little'],
		['', 'nothing'],
		['zzzzzzzzzzzz', 'nothing like it'],
		['__proto__', 'no entry of the table'],
		['constructor', 'no entry of the table'],
		['a'.repeat(100_000), 'too long']
	])('nothing from %.30s: %s', (word) => {
		expect(suggestPermission(word)).toBeNull();
	});

	it.each<[word: string, name: string | null, why: string]>([
		['read_tire', 'read_tires', 'one letter is a slip in any name'],
		['read_vn', null, 'two letters are too few to be like anything'],
		['read_vim', 'read_vin', 'one letter of three, which may lead to what is sensitive'],
		['read_locatin', 'read_location', 'one letter of eight'],
		['read_loctin', null, 'two letters are no slip, and the place is sensitive'],
		['read_odmetr', 'read_odometer', 'two letters are like, where nothing is sensitive'],
		['odmetr', null, 'without “read”, more of it has to be right'],
		['odometr', 'read_odometer', 'one letter of seven'],
		['read_extended', 'read_extended_vehicle_info', 'the beginning of what is not'],
		['Control_Security:OPEN', 'control_security', 'a command behind it, in capitals'],
		['a:b:read_vin', 'read_vin', 'what stands last'],
		['vehicle:read_vin', 'read_vin', 'a prefix is no permission, though one begins with it'],
		['read_odometr:km', 'read_odometer', 'a slip in front of a command'],
		['READ-LOCK', 'read_security', 'the table, however the name is written'],
		['readTirePressure', 'read_tires', 'the table, in camel case'],
		['read_charge_recds', 'read_charge_records', 'two letters of twelve are a slip'],
		['thrmometr', 'read_thermometer', 'without “read”, two letters of nine are like'],
		['read_charge_events_log', 'read_charge_events', 'the longer of two that it begins with'],
		['read_my_charge_records', 'read_charge_records', 'the longer that it ends with'],
		['read_battery_charge_events', 'read_charge_events', 'the longer, at whichever end'],
		['read_vin_battery', 'read_battery', 'the first by the alphabet of two as long'],
		['read_user_settings', null, 'one word in common, and the profile is sensitive'],
		['charge', 'read_charge', 'reading, where both would do'],
		['control.charge', 'control_charge', 'a point between the words'],
		['control_.vN', null, 'what is before a point is no prefix where it says the kind'],
		['trunk', 'control_trunk', 'controlling, where nothing reads it']
	])('of %s to %s: %s', (word, name) => {
		expect(suggestPermission(word)).toBe(name);
	});

	it('only from a word of at most 60 characters', () => {
		const word = 'read_vin'.padEnd(60, '_');
		expect(suggestPermission(word)).toBe('read_vin');
		expect(suggestPermission(`${word}_`)).toBeNull();
	});

	it('something of its own kind, whatever is written behind “read_” or “control_”', () => {
		fc.assert(
			fc.property(fc.constantFrom('read', 'control'), fc.string(), (kind, rest) => {
				const found = suggestPermission(`${kind}_${rest.replaceAll(':', '')}`);
				expect(found === null || found.startsWith(kind)).toBe(true);
			})
		);
	});

	it('itself, for every permission however it is written', () => {
		for (const name of PERMISSION_NAMES) {
			const camel = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
			expect([name, camel, name.toUpperCase()].map(suggestPermission)).toEqual([name, name, name]);
		}
	});

	it('a name that exists, or none', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (word) => {
				const found = suggestPermission(word);
				expect(found === null || isPermissionName(found)).toBe(true);
			})
		);
	});
});

describe('the platform’s way of writing', () => {
	it.each([
		['readVehicleInfo', 'read_vehicle_info'],
		['Scope.READ_VIN', 'read_vin'],
		['  read vin ', 'read_vin'],
		['read__vin', 'read_vin']
	])('%s is %s', (word, form) => {
		expect(permissionForm(word)).toBe(form);
	});
});
