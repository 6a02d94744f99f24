import type { VehicleState } from '../state/schema.ts';

/** Why a vehicle does not do something, with the type of the platform's error where it has one. */
export const REFUSALS = {
	ASLEEP: 'VEHICLE_STATE',
	UNREACHABLE: 'VEHICLE_STATE',
	IN_MOTION: 'VEHICLE_STATE',
	CHARGING_IN_PROGRESS: 'VEHICLE_STATE',
	CHARGING_PLUG_CONNECTED: 'VEHICLE_STATE',
	CHARGING_PLUG_NOT_CONNECTED: 'VEHICLE_STATE',
	NOT_CHARGING: 'VEHICLE_STATE',
	FULLY_CHARGED: 'VEHICLE_STATE',
	DOOR_OPEN: 'VEHICLE_STATE',
	TRUNK_OPEN: 'VEHICLE_STATE',
	HOOD_OPEN: 'VEHICLE_STATE',
	VEHICLE_NOT_CAPABLE: 'COMPATIBILITY',
	/** What the platform does not do itself; only the behaviour of its old simulator says so. */
	SMARTCAR_NOT_CAPABLE: 'COMPATIBILITY',
	/** Neither battery nor tank hold enough for the way. */
	EMPTY: null,
	NO_SUCH_SCHEDULE: null,
	/** It keeps as many charge schedules as it can. */
	TOO_MANY_SCHEDULES: null,
	NO_SUCH_SIGNAL: null,
	BODY_NOT_VALID: null,
	ODOMETER_FALLS: null
} as const;

export type Refusal = keyof typeof REFUSALS;

/** What an event leads to: the state after it, or why not. */
export type Applied = VehicleState | Refusal;

export function isRefusal(applied: Applied): applied is Refusal {
	return typeof applied === 'string';
}
