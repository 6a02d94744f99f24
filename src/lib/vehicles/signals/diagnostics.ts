import { z } from 'zod';
import { odometerAt } from '../instant/driving.ts';
import type { Instant } from '../instant/instant.ts';
import { oilLifeAt } from '../instant/oil.ts';
import { tiresAt } from '../instant/slow.ts';
import { Count, isoTime, SystemStatus } from './shapes.ts';
import { signal, type Signal } from './signal.ts';

const DtcList = z.strictObject({
	values: z.array(z.strictObject({ code: z.string(), timestamp: z.iso.datetime() }))
});

/** Share of the pressure it should have, below which a tire raises the alarm. */
const LOW_TIRE = 0.85;
const LOW_OIL_LIFE = 10;
const WASHER_FLUID_KM = 9000;

const isTireLow = (instant: Instant) =>
	tiresAt(instant).some((kPa) => kPa < instant.profile.tireKPa * LOW_TIRE);
const hasTrouble =
	(start: RegExp) =>
	({ state }: Instant) =>
		state.troubles.some(({ code }) => start.test(code));
const POWERTRAIN = hasTrouble(/^P/);

/** The systems that a vehicle watches: their names, and when they raise the alarm. */
const SYSTEMS = {
	abs: ['ABS', hasTrouble(/^C/)],
	activesafety: ['ActiveSafety', null],
	airbag: ['Airbag', hasTrouble(/^B/)],
	brakefluid: ['BrakeFluid', null],
	driverassistance: ['DriverAssistance', null],
	emissions: ['Emissions', POWERTRAIN],
	evbatteryconditioning: ['EVBatteryConditioning', null],
	evcharging: ['EVCharging', null],
	evdriveunit: ['EVDriveUnit', null],
	evhvbattery: ['EVHVBattery', hasTrouble(/^P0A/)],
	lighting: ['Lighting', null],
	mil: ['MIL', POWERTRAIN],
	oillife: ['OilLife', (instant: Instant) => oilLifeAt(instant) < LOW_OIL_LIFE],
	oilpressure: ['OilPressure', null],
	oiltemperature: ['OilTemperature', null],
	telematics: ['Telematics', hasTrouble(/^U/)],
	tirepressure: ['TirePressure', isTireLow],
	tirepressuremonitoring: ['TirePressureMonitoring', null],
	transmission: ['Transmission', hasTrouble(/^P07/)],
	washerfluid: [
		'WasherFluid',
		(instant: Instant) => odometerAt(instant) - instant.state.service.km > WASHER_FLUID_KM
	],
	waterinfuel: ['WaterInFuel', null]
} as const;

function system([name, raisesAlarm]: (typeof SYSTEMS)[keyof typeof SYSTEMS]): Signal {
	return signal({
		schema: SystemStatus,
		parts: ['troubles', 'service', 'tires', 'odometer'],
		moves: 'slow',
		read: (instant) =>
			raisesAlarm?.(instant)
				? { status: 'ALERT', description: `${name} needs attention` }
				: { status: 'OK', description: `${name} system functioning normally` }
	});
}

/** Trouble codes, and the state of each system. */
export const DIAGNOSTICS_SIGNALS = {
	'diagnostics-dtccount': signal({
		schema: Count,
		parts: ['troubles'],
		read: ({ state }) => ({ value: state.troubles.length, unit: 'count' })
	}),
	'diagnostics-dtclist': signal({
		schema: DtcList,
		parts: ['troubles'],
		read: ({ state }) => ({
			values: state.troubles.map(({ code, at }) => ({ code, timestamp: isoTime(at) }))
		})
	}),
	'diagnostics-abs': system(SYSTEMS.abs),
	'diagnostics-activesafety': system(SYSTEMS.activesafety),
	'diagnostics-airbag': system(SYSTEMS.airbag),
	'diagnostics-brakefluid': system(SYSTEMS.brakefluid),
	'diagnostics-driverassistance': system(SYSTEMS.driverassistance),
	'diagnostics-emissions': system(SYSTEMS.emissions),
	'diagnostics-evbatteryconditioning': system(SYSTEMS.evbatteryconditioning),
	'diagnostics-evcharging': system(SYSTEMS.evcharging),
	'diagnostics-evdriveunit': system(SYSTEMS.evdriveunit),
	'diagnostics-evhvbattery': system(SYSTEMS.evhvbattery),
	'diagnostics-lighting': system(SYSTEMS.lighting),
	'diagnostics-mil': system(SYSTEMS.mil),
	'diagnostics-oillife': system(SYSTEMS.oillife),
	'diagnostics-oilpressure': system(SYSTEMS.oilpressure),
	'diagnostics-oiltemperature': system(SYSTEMS.oiltemperature),
	'diagnostics-telematics': system(SYSTEMS.telematics),
	'diagnostics-tirepressure': system(SYSTEMS.tirepressure),
	'diagnostics-tirepressuremonitoring': system(SYSTEMS.tirepressuremonitoring),
	'diagnostics-transmission': system(SYSTEMS.transmission),
	'diagnostics-washerfluid': system(SYSTEMS.washerfluid),
	'diagnostics-waterinfuel': system(SYSTEMS.waterinfuel)
};
