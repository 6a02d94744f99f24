import { isRefusal, REFUSALS } from '#lib/vehicles/events/refusal.ts';
import { describe, expect, it } from 'vitest';
import { vehicleOf } from '../vehicles.ts';

/** What the platform documents under VEHICLE_STATE. */
const VEHICLE_STATE = [
	'ASLEEP',
	'CHARGING_IN_PROGRESS',
	'CHARGING_PLUG_CONNECTED',
	'CHARGING_PLUG_NOT_CONNECTED',
	'DOOR_OPEN',
	'FULLY_CHARGED',
	'NOT_CHARGING',
	'CHARGE_FAULT',
	'HOOD_OPEN',
	'IGNITION_ON',
	'IN_MOTION',
	'REMOTE_ACCESS_DISABLED',
	'TRUNK_OPEN',
	'UNKNOWN',
	'UNREACHABLE',
	'VEHICLE_OFFLINE_FOR_SERVICE'
];

describe('the refusals', () => {
	it('of state have codes that the platform documents', () => {
		const ofState = Object.entries(REFUSALS).filter(([, type]) => type === 'VEHICLE_STATE');
		expect(ofState.map(([code]) => code).filter((code) => !VEHICLE_STATE.includes(code))).toEqual(
			[]
		);
		expect(ofState.length).toBeGreaterThan(10);
	});
});

describe('isRefusal', () => {
	it('tells a code from a state', () => {
		expect(isRefusal('IN_MOTION')).toBe(true);
		expect(isRefusal(vehicleOf().state)).toBe(false);
	});
});
