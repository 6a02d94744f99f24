import type { PermissionName } from '../permission.ts';

/** Another name that code in the field writes for a permission. */
export interface FormerPermission {
	readonly name: PermissionName;
	/** How the name came about, to be said in front of “write …”. */
	readonly what: string;
}

const SPLIT_COMMAND = 'is the former spelling of one command';
const NEVER_EXISTED = 'is not what the platform calls it';

/**
 * Names that stand in public code and that no rule of likeness leads right. The spellings with a
 * command behind a colon are from apps of the platform's first years, the others from apps that
 * named a permission after an endpoint or an SDK's method.
 */
const FORMER: Readonly<Record<string, FormerPermission>> = {
	'control_security:lock': { name: 'control_security', what: SPLIT_COMMAND },
	'control_security:unlock': { name: 'control_security', what: SPLIT_COMMAND },
	'control_charge:start': { name: 'control_charge', what: SPLIT_COMMAND },
	'control_charge:stop': { name: 'control_charge', what: SPLIT_COMMAND },
	'control_trunk:open': { name: 'control_trunk', what: SPLIT_COMMAND },
	control_lock: { name: 'control_security', what: NEVER_EXISTED },
	control_locks: { name: 'control_security', what: NEVER_EXISTED },
	control_unlock: { name: 'control_security', what: NEVER_EXISTED },
	control_doors: { name: 'control_security', what: NEVER_EXISTED },
	control_charging: { name: 'control_charge', what: NEVER_EXISTED },
	control_charge_limit: { name: 'control_charge', what: NEVER_EXISTED },
	control_charge_port: { name: 'control_charge', what: NEVER_EXISTED },
	control_hvac: { name: 'control_climate', what: NEVER_EXISTED },
	control_destination: { name: 'control_navigation', what: NEVER_EXISTED },
	control_frunk: { name: 'control_trunk', what: NEVER_EXISTED },
	read_lock: { name: 'read_security', what: NEVER_EXISTED },
	read_locks: { name: 'read_security', what: NEVER_EXISTED },
	read_lock_status: { name: 'read_security', what: NEVER_EXISTED },
	read_doors: { name: 'read_security', what: NEVER_EXISTED },
	read_tire_pressure: { name: 'read_tires', what: NEVER_EXISTED },
	read_tires_pressure: { name: 'read_tires', what: NEVER_EXISTED },
	read_tyres: { name: 'read_tires', what: NEVER_EXISTED },
	read_tyre_pressure: { name: 'read_tires', what: NEVER_EXISTED },
	read_engine: { name: 'read_engine_oil', what: NEVER_EXISTED },
	read_oil: { name: 'read_engine_oil', what: NEVER_EXISTED },
	read_oil_life: { name: 'read_engine_oil', what: NEVER_EXISTED },
	read_charging: { name: 'read_charge', what: NEVER_EXISTED },
	read_soc: { name: 'read_battery', what: NEVER_EXISTED },
	read_range: { name: 'read_battery', what: NEVER_EXISTED },
	read_mileage: { name: 'read_odometer', what: NEVER_EXISTED },
	read_gps: { name: 'read_location', what: NEVER_EXISTED },
	read_position: { name: 'read_location', what: NEVER_EXISTED },
	read_speed: { name: 'read_speedometer', what: NEVER_EXISTED },
	read_temperature: { name: 'read_thermometer', what: NEVER_EXISTED },
	read_dtcs: { name: 'read_diagnostics', what: NEVER_EXISTED },
	read_maintenance: { name: 'read_service_history', what: NEVER_EXISTED },
	read_vehicle: { name: 'read_vehicle_info', what: NEVER_EXISTED },
	read_vehicle_attributes: { name: 'read_vehicle_info', what: NEVER_EXISTED },
	read_extended_vehicle: { name: 'read_extended_vehicle_info', what: NEVER_EXISTED },
	read_user: { name: 'read_user_profile', what: NEVER_EXISTED },
	read_profile: { name: 'read_user_profile', what: NEVER_EXISTED }
};

/** What a name of the field stands for, `required:` aside; null when the table does not know it. */
export function formerPermission(name: string): FormerPermission | null {
	return Object.hasOwn(FORMER, name) ? (FORMER[name] ?? null) : null;
}
