import type { PermissionName } from '../permission.ts';

/** Another name that code in the field writes for a permission. */
export interface FormerPermission {
	readonly name: PermissionName;
	/** How the name came about. */
	readonly origin: 'split-command' | 'never-a-name';
}

const SPLIT_COMMAND = 'split-command';
const NOT_ITS_NAME = 'never-a-name';

/**
 * Names that no rule of likeness leads right. Only the two spellings of `control_security` with a
 * command behind a colon are told as former ones: public apps of the platform's first years write
 * them. `read_engine` and `read_tire_pressure` stand in public apps too, without ever having been
 * names. Every other row is our guess at what somebody means who names a permission after an
 * endpoint, an SDK's method or the car's part.
 */
const FORMER: Readonly<Record<string, FormerPermission>> = {
	'control_security:lock': { name: 'control_security', origin: SPLIT_COMMAND },
	'control_security:unlock': { name: 'control_security', origin: SPLIT_COMMAND },
	'control_charge:start': { name: 'control_charge', origin: NOT_ITS_NAME },
	'control_charge:stop': { name: 'control_charge', origin: NOT_ITS_NAME },
	'control_trunk:open': { name: 'control_trunk', origin: NOT_ITS_NAME },
	control_lock: { name: 'control_security', origin: NOT_ITS_NAME },
	control_locks: { name: 'control_security', origin: NOT_ITS_NAME },
	control_unlock: { name: 'control_security', origin: NOT_ITS_NAME },
	control_doors: { name: 'control_security', origin: NOT_ITS_NAME },
	control_charging: { name: 'control_charge', origin: NOT_ITS_NAME },
	control_charge_limit: { name: 'control_charge', origin: NOT_ITS_NAME },
	control_charge_port: { name: 'control_charge', origin: NOT_ITS_NAME },
	control_hvac: { name: 'control_climate', origin: NOT_ITS_NAME },
	control_destination: { name: 'control_navigation', origin: NOT_ITS_NAME },
	control_frunk: { name: 'control_trunk', origin: NOT_ITS_NAME },
	read_lock: { name: 'read_security', origin: NOT_ITS_NAME },
	read_locks: { name: 'read_security', origin: NOT_ITS_NAME },
	read_lock_status: { name: 'read_security', origin: NOT_ITS_NAME },
	read_doors: { name: 'read_security', origin: NOT_ITS_NAME },
	read_tire_pressure: { name: 'read_tires', origin: NOT_ITS_NAME },
	read_tires_pressure: { name: 'read_tires', origin: NOT_ITS_NAME },
	read_tyre: { name: 'read_tires', origin: NOT_ITS_NAME },
	read_tyres: { name: 'read_tires', origin: NOT_ITS_NAME },
	read_tyre_pressure: { name: 'read_tires', origin: NOT_ITS_NAME },
	read_engine: { name: 'read_engine_oil', origin: NOT_ITS_NAME },
	read_oil: { name: 'read_engine_oil', origin: NOT_ITS_NAME },
	read_oil_life: { name: 'read_engine_oil', origin: NOT_ITS_NAME },
	read_hvac: { name: 'read_climate', origin: NOT_ITS_NAME },
	read_charging: { name: 'read_charge', origin: NOT_ITS_NAME },
	read_soc: { name: 'read_battery', origin: NOT_ITS_NAME },
	read_range: { name: 'read_battery', origin: NOT_ITS_NAME },
	read_mileage: { name: 'read_odometer', origin: NOT_ITS_NAME },
	read_gps: { name: 'read_location', origin: NOT_ITS_NAME },
	read_position: { name: 'read_location', origin: NOT_ITS_NAME },
	read_speed: { name: 'read_speedometer', origin: NOT_ITS_NAME },
	read_temperature: { name: 'read_thermometer', origin: NOT_ITS_NAME },
	read_dtcs: { name: 'read_diagnostics', origin: NOT_ITS_NAME },
	read_maintenance: { name: 'read_service_history', origin: NOT_ITS_NAME },
	read_vehicle: { name: 'read_vehicle_info', origin: NOT_ITS_NAME },
	read_vehicle_attributes: { name: 'read_vehicle_info', origin: NOT_ITS_NAME },
	read_extended_vehicle: { name: 'read_extended_vehicle_info', origin: NOT_ITS_NAME },
	read_user: { name: 'read_user_profile', origin: NOT_ITS_NAME },
	read_profile: { name: 'read_user_profile', origin: NOT_ITS_NAME }
};

/** What a name of the field stands for, `required:` aside; null when the table does not know it. */
export function formerPermission(name: string): FormerPermission | null {
	return Object.hasOwn(FORMER, name) ? (FORMER[name] ?? null) : null;
}
