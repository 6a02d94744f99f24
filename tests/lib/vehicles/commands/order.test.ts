import { officialCatalog } from '#lib/access/catalog/official.ts';
import { COMMANDS } from '#lib/vehicles/commands/commands.ts';
import { order } from '#lib/vehicles/commands/order.ts';
import { lookAtSignal } from '#lib/vehicles/platform/read.ts';
import type { SignalCode } from '#lib/vehicles/signals/signals.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import { describe, expect, it } from 'vitest';
import { after, vehicleOf } from '../vehicles.ts';

const commands = officialCatalog.items.filter(({ kind }) => kind === 'command');
const place = { latitude: 48.1, longitude: 11.6 };
const window = { startTime: '22:00', stopTime: '06:00' };
const car = after(vehicleOf('simulated-bev'), {
	event: 'set',
	signals: { 'tractionbattery-stateofcharge': { value: 40, unit: 'percent' } }
});
const plugged = after(car, { event: 'plug-in' });
const wide = after(
	car,
	{ event: 'open', what: 'charge-port' },
	{ event: 'open', what: 'rear-trunk' },
	{ event: 'open', what: 'front-trunk' },
	{
		event: 'set-climate',
		cabin: true,
		frontDefroster: true,
		rearDefroster: true,
		steeringHeater: true
	}
);

function give(vehicle: Vehicle, code: string, parameters: unknown = {}) {
	const command = COMMANDS[code];
	if (!command) throw new Error(`No command is called ${code}`);
	return order(vehicle, command, parameters, vehicle.state.time);
}

describe('the commands', () => {
	it('are those of the catalog', () => {
		expect(Object.keys(COMMANDS).sort()).toEqual(commands.map(({ code }) => code).sort());
	});

	const seen: readonly [string, unknown, Vehicle, SignalCode, object][] = [
		[
			'charge-start',
			{},
			after(plugged, { event: 'stop-charge' }),
			'charge-ischarging',
			{ value: true }
		],
		['charge-stop', {}, plugged, 'charge-ischarging', { value: false }],
		['charge-set-limit', { percent: 90 }, car, 'charge-chargelimits', { activeLimit: 90 }],
		['charge-port-open', {}, car, 'charge-ischargingportflapopen', { value: true }],
		[
			'charge-port-close',
			{},
			after(car, { event: 'open', what: 'charge-port' }),
			'charge-ischargingportflapopen',
			{ value: false }
		],
		['security-lock', {}, after(car, { event: 'unlock' }), 'closure-islocked', { value: true }],
		['security-unlock', {}, car, 'closure-islocked', { value: false }],
		[
			'charge-start-v2',
			{ action: 'START' },
			after(plugged, { event: 'stop-charge' }),
			'charge-ischarging',
			{ value: true }
		],
		['charge-stop-v2', { action: 'STOP' }, plugged, 'charge-ischarging', { value: false }],
		['charge-limit-v2', { limit: '0.8' }, car, 'charge-chargelimits', { activeLimit: 80 }],
		['charge-limit-v2', { limit: 0.55 }, car, 'charge-chargelimits', { activeLimit: 55 }],
		[
			'security-lock-v2',
			{ action: 'LOCK' },
			after(car, { event: 'unlock' }),
			'closure-islocked',
			{ value: true }
		],
		['security-unlock-v2', { action: 'UNLOCK' }, car, 'closure-islocked', { value: false }],
		[
			'charge-port-door-v2',
			{ action: 'OPEN' },
			car,
			'charge-ischargingportflapopen',
			{ value: true }
		],
		['charge-ammeter-v2', { amperage: 16 }, car, 'charge-amperagerequested', { value: 16 }],
		[
			'charge-schedule-daily',
			{ location: place, ...window },
			car,
			'charge-chargetimers',
			{ values: [{ scheduleType: 'DAILY' }] }
		],
		[
			'charge-schedule-weekly',
			{ location: place, days: { sunday: window } },
			car,
			'charge-chargetimers',
			{ values: [{ scheduleType: 'WEEKLY', schedules: [{ days: ['SUNDAY'] }] }] }
		],
		[
			'charge-schedule-workweek',
			{ location: place, weekends: window },
			car,
			'charge-chargetimers',
			{ values: [{ scheduleType: 'WORKWEEK', schedules: [{ days: ['SATURDAY', 'SUNDAY'] }] }] }
		],
		[
			'charge-schedule-v2',
			{ type: 'DEPARTURE_TIME', enable: true, time: '07:30' },
			car,
			'charge-chargetimers',
			{ values: [{ type: 'GLOBAL', departureTimers: [{ time: '07:30:00' }] }] }
		],
		[
			'charge-schedule-by-location-v2',
			{ ...place, chargingLocation: { chargeLimit: 0.9, chargingWindows: { weekday: [window] } } },
			car,
			'charge-chargelimits',
			{ values: [{ type: 'GLOBAL' }, { type: 'LOCATION', limit: 90 }] }
		],
		['trunk-v2', { action: 'OPEN' }, car, 'closure-reartrunk', { isOpen: true, isLocked: false }],
		['frunk-v2', { action: 'OPEN' }, car, 'closure-fronttrunk', { isOpen: true, isLocked: false }],
		['climate-cabin-v2', { action: 'START' }, car, 'hvac-iscabinhvacactive', { value: true }],
		[
			'climate-cabin-v2',
			{ action: 'SET', temperature: 25 },
			car,
			'hvac-cabintargettemperature',
			{ value: 25 }
		],
		[
			'climate-defroster-v2',
			{ action: 'START' },
			car,
			'hvac-isreardefrosteractive',
			{ value: true }
		],
		[
			'climate-steering-wheel-v2',
			{ action: 'START' },
			car,
			'hvac-issteeringheateractive',
			{ value: true }
		],
		[
			'charge-port-door-v2',
			{ action: 'CLOSE' },
			wide,
			'charge-ischargingportflapopen',
			{ value: false }
		],
		['trunk-v2', { action: 'CLOSE' }, wide, 'closure-reartrunk', { isOpen: false }],
		['frunk-v2', { action: 'CLOSE' }, wide, 'closure-fronttrunk', { isOpen: false }],
		['climate-cabin-v2', { action: 'STOP' }, wide, 'hvac-iscabinhvacactive', { value: false }],
		[
			'climate-defroster-v2',
			{ action: 'STOP' },
			wide,
			'hvac-isfrontdefrosteractive',
			{ value: false }
		],
		[
			'climate-steering-wheel-v2',
			{ action: 'STOP' },
			wide,
			'hvac-issteeringheateractive',
			{ value: false }
		],
		[
			'charge-schedule-workweek',
			{ location: place, weekdays: window },
			car,
			'charge-chargetimers',
			{
				values: [
					{ schedules: [{ days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] }] }
				]
			}
		],
		[
			'charge-schedule-v2',
			{ type: 'START_TIME', enable: true, time: '22:00' },
			car,
			'charge-chargetimers',
			{
				values: [
					{ type: 'GLOBAL', condition: null, schedules: [{ start: '22:00:00', end: '23:59:00' }] }
				]
			}
		]
	];

	it.each(seen)('%s %j is seen in the next look', (code, parameters, vehicle, signal, body) => {
		const result = give(vehicle, code, parameters);
		if (result.kind !== 'changed') throw new Error(JSON.stringify(result));
		expect(lookAtSignal(result.vehicle, signal)).toMatchObject(body);
		expect(result.changed.includes(signal)).toBe(
			JSON.stringify(lookAtSignal(vehicle, signal)) !==
				JSON.stringify(lookAtSignal(result.vehicle, signal))
		);
	});

	it.each(['navigation-set-destination', 'navigation-destination-v2'])('%s is kept', (code) => {
		const result = give(car, code, place);
		expect(result.kind === 'changed' && result.vehicle.state.destination).toEqual(place);
	});

	it.each([
		['pin-enable-v2', { pin: '0042' }, true],
		['pin-disable-v2', {}, false]
	])('%s is kept', (code, parameters, required) => {
		const result = give(car, code, parameters);
		expect(result.kind === 'changed' && result.vehicle.state.pin).toEqual({ required });
	});

	it('make schedules of their own while the clock stands still, and remove them by id', () => {
		let vehicle = car;
		for (let n = 0; n < 3; n++) {
			const made = give(vehicle, 'charge-schedule-daily', { location: place, ...window });
			if (made.kind !== 'changed') throw new Error(made.kind);
			({ vehicle } = made);
		}
		const [first] = vehicle.state.schedules;
		expect(new Set(vehicle.state.schedules.map(({ id }) => id)).size).toBe(3);
		expect(first?.id).toMatch(/^sched_[0-9a-z]{6}$/);
		const removed = give(vehicle, 'charge-schedule-delete', { scheduleId: first?.id });
		expect(removed.kind === 'changed' && removed.vehicle.state.schedules).toHaveLength(2);
	});
});
