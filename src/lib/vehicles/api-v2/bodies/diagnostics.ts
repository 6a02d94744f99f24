import { z } from 'zod';
import { isSignalCode, type SignalCode } from '../../signals/signals.ts';
import { reading, type V2Reading } from '../reading.ts';
import { textOr } from '../told.ts';

const Status = z.enum(['OK', 'ALERT']);

/** Signals that tell the state of one system each, and the system's name in API v2. */
const SYSTEM_IDS: Partial<Record<SignalCode, string>> = {
	'diagnostics-abs': 'SYSTEM_ABS',
	'diagnostics-activesafety': 'SYSTEM_ACTIVE_SAFETY',
	'diagnostics-airbag': 'SYSTEM_AIRBAG',
	'diagnostics-brakefluid': 'SYSTEM_BRAKE_FLUID',
	'diagnostics-driverassistance': 'SYSTEM_DRIVER_ASSISTANCE',
	'diagnostics-emissions': 'SYSTEM_EMISSIONS',
	'diagnostics-evbatteryconditioning': 'SYSTEM_EV_BATTERY_CONDITIONING',
	'diagnostics-evcharging': 'SYSTEM_EV_CHARGING',
	'diagnostics-evdriveunit': 'SYSTEM_EV_DRIVE_UNIT',
	'diagnostics-evhvbattery': 'SYSTEM_EV_HV_BATTERY',
	'diagnostics-lighting': 'SYSTEM_LIGHTING',
	'diagnostics-mil': 'SYSTEM_MIL',
	'diagnostics-oillife': 'SYSTEM_OIL_LIFE',
	'diagnostics-oilpressure': 'SYSTEM_OIL_PRESSURE',
	'diagnostics-oiltemperature': 'SYSTEM_OIL_TEMPERATURE',
	'diagnostics-telematics': 'SYSTEM_TELEMATICS',
	'diagnostics-tirepressure': 'SYSTEM_TIRE_PRESSURE',
	'diagnostics-tirepressuremonitoring': 'SYSTEM_TIRE_PRESSURE_MONITORING',
	'diagnostics-transmission': 'SYSTEM_TRANSMISSION',
	'diagnostics-washerfluid': 'SYSTEM_WASHER_FLUID',
	'diagnostics-waterinfuel': 'SYSTEM_WATER_IN_FUEL'
};

const SYSTEMS = Object.keys(SYSTEM_IDS).filter(isSignalCode);

/** What a vehicle says of its own health. */
export const DIAGNOSTICS_READINGS: Readonly<Record<string, V2Reading>> = {
	'v2-diagnostics-system-status': reading({
		schema: z.strictObject({
			systems: z.array(
				z.strictObject({
					systemId: z.string(),
					status: Status,
					description: z.string().nullable()
				})
			)
		}),
		needs: [],
		oneOf: SYSTEMS,
		body: (told) => ({
			systems: SYSTEMS.flatMap((code) => {
				const status = Status.safeParse(told.text(code, 'status'));
				if (!status.success) return [];
				const description = told.text(code, 'description');
				return [{ systemId: SYSTEM_IDS[code] ?? code, status: status.data, description }];
			})
		})
	}),
	'v2-diagnostics-dtcs': reading({
		schema: z.strictObject({
			activeCodes: z.array(
				z.strictObject({ code: z.string(), timestamp: z.iso.datetime().nullable() })
			)
		}),
		needs: ['diagnostics-dtclist'],
		body: (told) => ({
			activeCodes: told.records('diagnostics-dtclist').map(({ code, timestamp }) => ({
				code: textOr('', code),
				timestamp: textOr(null, timestamp)
			}))
		})
	})
};
