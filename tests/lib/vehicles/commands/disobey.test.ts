import { COMMANDS } from '#lib/vehicles/commands/commands.ts';
import { order } from '#lib/vehicles/commands/order.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import { describe, expect, it } from 'vitest';
import { after, vehicleOf } from '../vehicles.ts';

const place = { latitude: 48.1, longitude: 11.6 };
const car = vehicleOf('simulated-bev');

function give(vehicle: Vehicle, code: string, parameters: unknown = {}) {
	const command = COMMANDS[code];
	if (!command) throw new Error(`No command is called ${code}`);
	return order(vehicle, command, parameters, vehicle.state.time);
}

describe('a command', () => {
	const invalid: readonly [string, unknown][] = [
		['charge-set-limit', { percent: 49 }],
		['charge-set-limit', { percent: 80.5 }],
		['charge-limit-v2', { limit: 0.49 }],
		['charge-limit-v2', { limit: '80' }],
		['charge-start-v2', { action: 'GO' }],
		['navigation-set-destination', { latitude: 91, longitude: 0 }],
		['pin-enable-v2', { pin: '12' }],
		['charge-schedule-daily', { location: place, startTime: '24:00', stopTime: '06:00' }],
		['charge-schedule-v2', { type: 'START_TIME', enable: true }],
		['climate-cabin-v2', { action: 'SET' }],
		['climate-cabin-v2', { action: 'SET', temperature: 14 }],
		['climate-cabin-v2', { action: 'SET', temperature: 31 }],
		['charge-ammeter-v2', { amperage: 0 }],
		['charge-ammeter-v2', { amperage: 81 }],
		['charge-set-limit', { percent: 101 }],
		['charge-limit-v2', { limit: 1.01 }],
		['charge-schedule-delete', { scheduleId: '' }],
		['charge-schedule-delete', { scheduleId: 'x'.repeat(81) }],
		['charge-schedule-by-location-v2', { ...place, chargingLocation: { chargeLimit: 1.1 } }]
	];

	it('turn a timer off again', () => {
		const timed = give(car, 'charge-schedule-v2', {
			type: 'START_TIME',
			enable: true,
			time: '22:00'
		});
		if (timed.kind !== 'changed') throw new Error(timed.kind);
		const off = give(timed.vehicle, 'charge-schedule-v2', { type: 'START_TIME', enable: false });
		expect(off.kind === 'changed' && off.vehicle.state.schedules).toEqual([]);
		const never = give(car, 'charge-schedule-v2', { type: 'START_TIME', enable: false });
		expect(never).toMatchObject({ kind: 'refused', refusal: 'NO_SUCH_SCHEDULE' });
	});

	it.each(invalid)('%s does not take %j', (code, parameters) => {
		expect(give(car, code, parameters)).toEqual({ kind: 'not-valid' });
	});
});

describe('a vehicle does not obey', () => {
	const cases: readonly [string, Vehicle, string, string][] = [
		['what it cannot', vehicleOf('volkswagen-golf'), 'security-lock', 'VEHICLE_NOT_CAPABLE'],
		[
			'what its kind cannot',
			vehicleOf('volvo-xc60'),
			'charge-schedule-weekly',
			'VEHICLE_NOT_CAPABLE'
		],
		['in its sleep', after(car, { event: 'sleep' }), 'security-lock', 'ASLEEP'],
		[
			'where nothing reaches it',
			after(car, { event: 'go-offline' }),
			'security-lock',
			'UNREACHABLE'
		],
		['while it moves', after(car, { event: 'drive' }), 'security-unlock', 'IN_MOTION'],
		['without a cable', car, 'charge-start', 'CHARGING_PLUG_NOT_CONNECTED']
	];

	it.each(cases)('%s', (_, vehicle, code, refusal) => {
		const parameters = code === 'charge-schedule-weekly' ? { location: place, days: {} } : {};
		expect(give(vehicle, code, parameters)).toMatchObject({ kind: 'refused', refusal });
	});

	it('what it is told awake, but obeys once it is woken', () => {
		const asleep = after(car, { event: 'sleep' });
		expect(give(after(asleep, { event: 'wake' }), 'security-unlock').kind).toBe('changed');
	});
});
