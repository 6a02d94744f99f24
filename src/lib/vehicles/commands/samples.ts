import type { VehicleState } from '../state/schema.ts';

const HOME = { latitude: 48.14, longitude: 11.58 };
const NIGHT = { startTime: '22:00', stopTime: '06:00' };

/** What may be sent with a command, for who asks what would become of it. */
export function sampleOf(code: string, { schedules }: Pick<VehicleState, 'schedules'>): unknown {
	if (code === 'charge-schedule-delete') return { scheduleId: schedules[0]?.id ?? 'none' };
	return SAMPLES[code] ?? {};
}

/** By code; a command that is not here takes nothing. */
const SAMPLES: Readonly<Record<string, object>> = {
	'charge-set-limit': { percent: 80 },
	'navigation-set-destination': HOME,
	'charge-start-v2': { action: 'START' },
	'charge-stop-v2': { action: 'STOP' },
	'charge-limit-v2': { limit: 0.8 },
	'security-lock-v2': { action: 'LOCK' },
	'security-unlock-v2': { action: 'UNLOCK' },
	'navigation-destination-v2': HOME,
	'charge-port-door-v2': { action: 'OPEN' },
	'charge-ammeter-v2': { amperage: 16 },
	'charge-schedule-v2': { type: 'START_TIME', enable: true, time: '22:00' },
	'trunk-v2': { action: 'OPEN' },
	'frunk-v2': { action: 'OPEN' },
	'pin-enable-v2': { pin: '1234' },
	'climate-cabin-v2': { action: 'START' },
	'climate-defroster-v2': { action: 'START' },
	'climate-steering-wheel-v2': { action: 'START' },
	'charge-schedule-daily': { location: HOME, ...NIGHT },
	'charge-schedule-weekly': { location: HOME, days: { monday: NIGHT } },
	'charge-schedule-workweek': { location: HOME, weekdays: NIGHT },
	'charge-schedule-by-location-v2': {
		...HOME,
		chargingLocation: { chargingWindows: { weekday: [NIGHT] } }
	}
};
