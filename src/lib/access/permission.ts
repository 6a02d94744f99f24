/**
 * The 28 permissions of the platform, `read_*` then `control_*`, each block alphabetical.
 * This order is the order of every access and every scope.
 *
 * Source: the platform's permissions page.
 */
export const PERMISSION_NAMES = [
	'read_alerts',
	'read_battery',
	'read_charge',
	'read_charge_events',
	'read_charge_locations',
	'read_charge_records',
	'read_climate',
	'read_compass',
	'read_diagnostics',
	'read_engine_oil',
	'read_extended_vehicle_info',
	'read_fuel',
	'read_location',
	'read_odometer',
	'read_security',
	'read_service_history',
	'read_speedometer',
	'read_thermometer',
	'read_tires',
	'read_user_profile',
	'read_vehicle_info',
	'read_vin',
	'control_charge',
	'control_climate',
	'control_navigation',
	'control_pin',
	'control_security',
	'control_trunk'
] as const;

export type PermissionName = (typeof PERMISSION_NAMES)[number];

const RANK: ReadonlyMap<string, number> = new Map(
	PERMISSION_NAMES.map((name, index) => [name, index])
);

export function isPermissionName(text: string): text is PermissionName {
	return RANK.has(text);
}

/** Position of a permission in every access and scope; usable as an array index. */
export function permissionRank(name: PermissionName): number {
	return RANK.get(name) ?? -1;
}

/** `read` permissions answer GET requests, `control` permissions allow commands. */
export function permissionKind(name: PermissionName): 'read' | 'control' {
	return name.startsWith('control_') ? 'control' : 'read';
}
