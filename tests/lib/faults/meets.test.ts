import type { FaultName } from '#lib/faults/faults.ts';
import { faultNamed } from '#lib/faults/faults.ts';
import { meets, type CalledAddress } from '#lib/faults/meets.ts';
import { dialectOf } from '#lib/access/program-address.ts';
import { describe, expect, it } from 'vitest';

const address = (called: string): CalledAddress => {
	const [method = '', route = ''] = called.split(' ');
	return { method, route, dialect: dialectOf(route) };
};

const TOKEN = 'POST /oauth/token';
const USER = 'GET /v2.0/user';
const ODOMETER = 'GET /v2.0/vehicles/[vehicleId]/odometer';
const LOCK = 'POST /v2.0/vehicles/[vehicleId]/security';
const BATCH = 'POST /v2.0/vehicles/[vehicleId]/batch';
const GRANTED = 'GET /v2.0/vehicles/[vehicleId]/permissions';
const SIGNALS = 'GET /v3/vehicles/[vehicleId]/signals';
const SIGNAL = 'GET /v3/vehicles/[vehicleId]/signals/[code]';
const VEHICLE = 'GET /v3/vehicles/[vehicleId]';
const UNLOCK = 'POST /v3/vehicles/[vehicleId]/commands/security/unlock';
const SCHEDULE = 'POST /v3/vehicles/[vehicleId]/charge-schedules/daily';
const UNSCHEDULE = 'DELETE /v3/vehicles/[vehicleId]/charge-schedules/[scheduleId]';
const CONNECTIONS = 'GET /v3/connections';
const SUBSCRIBE = 'POST /v3/subscriptions';
const FAULTS = 'PUT /sandbox/api/faults';

const ALL = [
	...[TOKEN, USER, ODOMETER, LOCK, BATCH, GRANTED, SIGNALS, SIGNAL, VEHICLE],
	...[UNLOCK, SCHEDULE, UNSCHEDULE, CONNECTIONS, SUBSCRIBE, FAULTS]
];

describe('a fault meets', () => {
	it.each<[FaultName, readonly string[]]>([
		['LATENCY', ALL.filter((one) => one !== FAULTS)],
		['DROP', ALL.filter((one) => one !== FAULTS)],
		['RATE_LIMIT', ALL.filter((one) => one !== FAULTS)],
		['SERVER:INTERNAL', ALL.filter((one) => one !== FAULTS && one !== TOKEN)],
		['OAUTH:invalid_grant', [TOKEN]],
		[
			'VEHICLE_STATE:ASLEEP',
			[ODOMETER, LOCK, BATCH, SIGNALS, SIGNAL, VEHICLE, UNLOCK, SCHEDULE, UNSCHEDULE]
		],
		['RESOURCE_NOT_FOUND:VERSION', [USER, ODOMETER, LOCK, BATCH, GRANTED]],
		[
			'AUTHENTICATION:ACCESS_DENIED',
			[SIGNALS, SIGNAL, VEHICLE, UNLOCK, SCHEDULE, UNSCHEDULE, CONNECTIONS, SUBSCRIBE]
		],
		['RESOURCE_CONFLICT:SUBSCRIPTION_EXISTS', [SUBSCRIBE]],
		['HOLD_202', [UNLOCK, SCHEDULE]],
		['EMPTY_STORE', [SIGNALS, SIGNAL]],
		['HALF_BODY', [ODOMETER, BATCH, SIGNALS, SIGNAL, VEHICLE]],
		['STALE', [ODOMETER, BATCH, SIGNALS, SIGNAL]],
		['WEBHOOK_DELAY', []]
	])('%s, nowhere else', (name, places) => {
		const fault = faultNamed(name);
		expect(ALL.filter((one) => meets(fault, address(one)))).toEqual(places);
	});
});
