import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { vehicles } from '#lib/server/db/vehicle-schema.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { v2Client, type V2Client } from '../../../support/api-v2.ts';
import { checkV2Answer } from '../../../support/api-v2-schemas.ts';
import { START, useStorage } from '../../../support/storage.ts';

/** Who a request says that it is. */
type Identity = 'token' | 'client' | 'management';

interface Recorded {
	/** The method of the SDK that sent it. */
	readonly label: string;
	readonly request: `${string} /${string}`;
	readonly as?: Identity;
	readonly units?: 'imperial';
	readonly body?: unknown;
	readonly status: number;
	/** Fields of the answer, or the type of the error. */
	readonly told: readonly string[] | string;
}

const POST_DONE = { status: 200, told: ['status', 'message'] } as const;

/** What the Node SDK 10.4.0 was seen to send to API v2, with `VID` for the vehicle. */
const RECORDED: readonly Recorded[] = [
	{ label: 'getUser', request: 'GET /v2.0/user/', status: 200, told: ['id'] },
	{
		label: 'getVehicles',
		request: 'GET /v2.0/vehicles/',
		status: 200,
		told: ['vehicles', 'paging']
	},
	{
		label: 'getVehicles, paging',
		request: 'GET /v2.0/vehicles/?limit=1&offset=2',
		status: 200,
		told: ['vehicles', 'paging']
	},
	{
		label: 'getCompatibility',
		request:
			'GET /v2.0/compatibility?scope=read_odometer+read_location&country=US&vin=5YJXCDE22HF068739',
		as: 'client',
		status: 200,
		told: ['compatible', 'reason', 'capabilities']
	},
	{
		label: 'getCompatibility, simulated, flags',
		request:
			'GET /v2.0/compatibility?flags=a%3A1&mode=simulated&scope=read_odometer&country=US&vin=5YJXCDE22HF068739',
		as: 'client',
		status: 200,
		told: ['compatible', 'reason', 'capabilities']
	},
	{
		label: 'getCompatibilityMatrix',
		request:
			'GET /v2.0/compatibility/matrix?region=US&scope=read_battery&make=NISSAN+TESLA&type=BEV',
		as: 'client',
		status: 200,
		told: ['NISSAN', 'TESLA']
	},
	{ label: 'vin', request: 'GET /v2.0/vehicles/VID/vin', status: 200, told: ['vin'] },
	{
		label: 'charge',
		request: 'GET /v2.0/vehicles/VID/charge',
		status: 200,
		told: ['isPluggedIn', 'state']
	},
	{
		label: 'batteryCapacity',
		request: 'GET /v2.0/vehicles/VID/battery/capacity',
		status: 200,
		told: ['capacity']
	},
	{
		label: 'nominalCapacity',
		request: 'GET /v2.0/vehicles/VID/battery/nominal_capacity',
		status: 200,
		told: ['availableCapacities', 'capacity', 'url']
	},
	{
		label: 'fuel',
		request: 'GET /v2.0/vehicles/VID/fuel',
		status: 200,
		told: ['range', 'percentRemaining', 'amountRemaining']
	},
	{
		label: 'tirePressure',
		request: 'GET /v2.0/vehicles/VID/tires/pressure',
		status: 200,
		told: ['frontLeft', 'frontRight', 'backLeft', 'backRight']
	},
	{
		label: 'engineOil',
		request: 'GET /v2.0/vehicles/VID/engine/oil',
		status: 200,
		told: ['lifeRemaining']
	},
	{
		label: 'odometer',
		request: 'GET /v2.0/vehicles/VID/odometer',
		status: 200,
		told: ['distance']
	},
	{
		label: 'location',
		request: 'GET /v2.0/vehicles/VID/location',
		status: 200,
		told: ['latitude', 'longitude']
	},
	{
		label: 'attributes',
		request: 'GET /v2.0/vehicles/VID/',
		status: 200,
		told: ['id', 'make', 'model', 'year']
	},
	{
		label: 'lock',
		request: 'POST /v2.0/vehicles/VID/security',
		body: { action: 'LOCK' },
		...POST_DONE
	},
	{
		label: 'unlock',
		request: 'POST /v2.0/vehicles/VID/security',
		body: { action: 'UNLOCK' },
		...POST_DONE
	},
	{
		label: 'startCharge',
		request: 'POST /v2.0/vehicles/VID/charge',
		body: { action: 'START' },
		...POST_DONE
	},
	{
		label: 'stopCharge',
		request: 'POST /v2.0/vehicles/VID/charge',
		body: { action: 'STOP' },
		...POST_DONE
	},
	{
		label: 'lockStatus',
		request: 'GET /v2.0/vehicles/VID/security',
		status: 200,
		told: ['isLocked', 'doors', 'windows', 'sunroof', 'storage', 'chargingPort']
	},
	{
		label: 'permissions, paging',
		request: 'GET /v2.0/vehicles/VID/permissions?limit=1&offset=0',
		status: 200,
		told: ['permissions', 'paging']
	},
	{
		label: 'setChargeLimit',
		request: 'POST /v2.0/vehicles/VID/charge/limit',
		body: { limit: '0.8' },
		...POST_DONE
	},
	{
		label: 'serviceHistory, without dates',
		request: 'GET /v2.0/vehicles/VID/service/history?start_date=undefined&end_date=undefined',
		status: 200,
		told: 'list'
	},
	{
		label: 'subscribe',
		request: 'POST /v2.0/vehicles/VID/webhooks/WID',
		status: 400,
		told: 'VALIDATION'
	},
	{
		label: 'unsubscribe',
		request: 'DELETE /v2.0/vehicles/VID/webhooks/WID',
		as: 'management',
		body: {},
		status: 401,
		told: 'AUTHENTICATION'
	},
	{
		label: 'batch',
		request: 'POST /v2.0/vehicles/VID/batch',
		body: {
			requests: ['/odometer', '/tires/pressure', '/security', '/fuel', '/'].map((path) => ({
				path
			}))
		},
		status: 200,
		told: ['responses']
	},
	{
		label: 'request, in imperial units',
		request: 'GET /v2.0/vehicles/VID/odometer',
		units: 'imperial',
		status: 200,
		told: ['distance']
	},
	{
		label: 'request, at a path of a brand',
		request: 'POST /v2.0/vehicles/VID/tesla/charge/charge_port_door',
		body: { action: 'OPEN' },
		...POST_DONE
	},
	{
		label: 'odometer of version 1.0',
		request: 'GET /v1.0/vehicles/VID/odometer',
		status: 200,
		told: ['distance']
	},
	{
		label: 'disconnect',
		request: 'DELETE /v2.0/vehicles/VID/application',
		status: 200,
		told: ['status']
	}
];

const storage = useStorage();
let client: V2Client;
/** The vehicle's own. */
let vehicleId = '';
beforeEach(async () => {
	client = await v2Client(storage.context, 'TESLA', PERMISSION_NAMES);
	const [row] = await storage.context.read(({ db }) => db.select().from(vehicles));
	await storage.context.write(({ db }) => db.update(vehicles).set({ profile: 'simulated-phev' }));
	vehicleId = row?.id ?? '';
});

const credentials = (as: Identity) => {
	const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
	if (as === 'client') return basic(`${client.clientId}:${client.secret}`);
	return `Bearer ${as === 'management' ? 'AMT' : client.access}`;
};

describe('what the Node SDK sends', () => {
	it.each(RECORDED.map((recorded) => [recorded.label, recorded] as const))(
		'%s is answered',
		async (label, { request, as = 'token', units = 'metric', body, status, told }) => {
			if (/Charge$/.test(label)) {
				await happenTo(storage.context, vehicleId, { event: 'plug-in', kind: 'AC' });
			}
			const [method = '', path = ''] = request.replace('VID', client.vehicleId).split(' ');
			const response = await askFromWithin(storage.at(START + 60_000), '192.0.2.8', path, {
				method,
				headers: {
					authorization: credentials(as),
					'content-type': 'application/json',
					'sc-unit-system': units
				},
				...(body !== undefined && { body: JSON.stringify(body) })
			});
			const answer: unknown = await response.json();
			checkV2Answer(method, path, { status: response.status, body: answer });
			expect(response.status).toBe(status);
			expect(response.headers.get('sc-request-id')).toHaveLength(36);
			if (told === 'list') expect(Array.isArray(answer)).toBe(true);
			else if (typeof told === 'string') expect(answer).toMatchObject({ type: told });
			else expect(Object.keys(Object(answer)).toSorted()).toEqual([...told].toSorted());
		}
	);
});
