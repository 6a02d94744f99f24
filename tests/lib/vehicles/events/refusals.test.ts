import { MOST_SCHEDULES } from '#lib/vehicles/events/schedules.ts';
import type { VehicleEvent } from '#lib/vehicles/events/event.ts';
import { transition } from '#lib/vehicles/vehicle.ts';
import { describe, expect, it } from 'vitest';
import { after, vehicleOf } from '../vehicles.ts';

const DRIVE: VehicleEvent = { event: 'drive' };
const PLUG: VehicleEvent = { event: 'plug-in' };
const LOCK: VehicleEvent = { event: 'lock' };
const full = (value: number): VehicleEvent => ({
	event: 'set',
	signals: { 'tractionbattery-stateofcharge': { value, unit: 'percent' } }
});
const open = (what: 'front-left-door' | 'rear-trunk' | 'engine-cover'): VehicleEvent => ({
	event: 'open',
	what
});

const PLAN = {
	kind: 'daily',
	location: { latitude: 37.77, longitude: -122.42 },
	window: { startTime: '22:00', stopTime: '01:00' }
} as const;
const SCHEDULES: readonly VehicleEvent[] = Array.from({ length: MOST_SCHEDULES }, (_, number) => ({
	event: 'add-schedule',
	id: `schedule-${number}`,
	plan: PLAN
}));

describe('a vehicle refuses', () => {
	const cases: readonly [string, string, readonly VehicleEvent[], VehicleEvent, string | null][] = [
		['unlocking on the way', 'tesla-model-3', [DRIVE], { event: 'unlock' }, 'IN_MOTION'],
		['locking on the way', 'tesla-model-3', [DRIVE], LOCK, 'IN_MOTION'],
		['a door on the way', 'tesla-model-3', [DRIVE], open('front-left-door'), 'IN_MOTION'],
		[
			'no window on the way',
			'kia-ev6',
			[DRIVE],
			{ event: 'open', what: 'front-left-window' },
			null
		],
		['a second drive', 'tesla-model-3', [DRIVE], DRIVE, 'IN_MOTION'],
		['the cable on the way', 'tesla-model-3', [DRIVE], PLUG, 'IN_MOTION'],
		['sleep on the way', 'tesla-model-3', [DRIVE], { event: 'sleep' }, 'IN_MOTION'],
		['to drive on the cable', 'kia-ev6', [PLUG], DRIVE, 'CHARGING_PLUG_CONNECTED'],
		['a second cable', 'kia-ev6', [PLUG], PLUG, 'CHARGING_PLUG_CONNECTED'],
		[
			'no charging without a cable',
			'kia-ev6',
			[],
			{ event: 'start-charge' },
			'CHARGING_PLUG_NOT_CONNECTED'
		],
		[
			'to stop without a cable',
			'kia-ev6',
			[],
			{ event: 'stop-charge' },
			'CHARGING_PLUG_NOT_CONNECTED'
		],
		[
			'to stop twice',
			'kia-ev6',
			[PLUG, { event: 'stop-charge' }],
			{ event: 'stop-charge' },
			'NOT_CHARGING'
		],
		[
			'to charge above its limit',
			'kia-ev6',
			[full(80), PLUG],
			{ event: 'start-charge' },
			'FULLY_CHARGED'
		],
		['no start while it charges', 'kia-ev6', [PLUG], { event: 'start-charge' }, null],
		['to sleep while it charges', 'kia-ev6', [PLUG], { event: 'sleep' }, 'CHARGING_IN_PROGRESS'],
		[
			'to close the port on the cable',
			'kia-ev6',
			[PLUG],
			{ event: 'close', what: 'charge-port' },
			'CHARGING_PLUG_CONNECTED'
		],
		['a cable without a battery', 'ford-f-150', [], PLUG, 'VEHICLE_NOT_CAPABLE'],
		[
			'a fast charger that it cannot take',
			'chevrolet-volt',
			[],
			{ event: 'plug-in', kind: 'DC' },
			'VEHICLE_NOT_CAPABLE'
		],
		[
			'a limit without a battery',
			'ford-f-150',
			[],
			{ event: 'set-charge-limit', percent: 80 },
			'VEHICLE_NOT_CAPABLE'
		],
		['fuel without a tank', 'kia-ev6', [], { event: 'refuel' }, 'VEHICLE_NOT_CAPABLE'],
		['to lock an open door', 'kia-ev6', [open('front-left-door')], LOCK, 'DOOR_OPEN'],
		['to lock an open trunk', 'kia-ev6', [open('rear-trunk')], LOCK, 'TRUNK_OPEN'],
		['to lock under an open hood', 'kia-ev6', [open('engine-cover')], LOCK, 'HOOD_OPEN'],
		['to drive with a door open', 'kia-ev6', [open('front-left-door')], DRIVE, 'DOOR_OPEN'],
		[
			'a schedule it does not have',
			'kia-ev6',
			[],
			{ event: 'remove-schedule', id: 'x' },
			'NO_SUCH_SCHEDULE'
		],
		[
			'a schedule more than it keeps',
			'kia-ev6',
			SCHEDULES,
			{ event: 'add-schedule', id: 'one-more', plan: PLAN },
			'TOO_MANY_SCHEDULES'
		],
		[
			'not one that replaces another',
			'kia-ev6',
			SCHEDULES,
			{ event: 'add-schedule', id: 'schedule-0', plan: PLAN },
			null
		]
	];

	it.each(cases)('%s (%s)', (_, profile, before, event, refusal) => {
		const start = after(vehicleOf(profile), ...before);
		const result = transition(start, event, start.state.time);
		expect(result.kind === 'refused' ? result.refusal : null).toBe(refusal);
		if (refusal !== null) expect(result.vehicle).toEqual(start);
	});
});
