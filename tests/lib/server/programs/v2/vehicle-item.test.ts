import { vehicles } from '#lib/server/db/vehicle-schema.ts';
import { changePassword } from '#lib/server/connect/brand-passwords.ts';
import { updateMonthlyLimit } from '#lib/server/applications/monthly-calls.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import type { VehicleEvent } from '#lib/vehicles/events/event.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { ofVehicle, sendV2, v2Client, type V2Client } from '../../../../support/api-v2.ts';
import { START, useStorage } from '../../../../support/storage.ts';

const storage = useStorage();
const MINUTE = 60_000;

/** The one vehicle's own id. */
async function ownId(): Promise<string> {
	const [row] = await storage.context.read(({ db }) => db.select().from(vehicles));
	if (!row) throw new Error('No vehicle');
	return row.id;
}

const happen = async (event: VehicleEvent) => happenTo(storage.context, await ownId(), event);

describe('a Volt over API v2', () => {
	let client: V2Client;
	beforeEach(async () => {
		client = await v2Client(storage.context, 'CHEVROLET', [
			'read_vehicle_info',
			'read_odometer',
			'read_fuel',
			'read_battery',
			'read_tires',
			'control_charge'
		]);
	});

	it('is told with when it said so and in which units', async () => {
		const metric = await ofVehicle(client, 'odometer');
		expect(metric.status).toBe(200);
		expect(metric.body).toEqual({ distance: expect.any(Number) });
		expect(metric.headers.get('content-type')).toBe('application/json');
		expect(metric.headers.get('sc-unit-system')).toBe('metric');
		expect(metric.headers.get('sc-request-id')).toHaveLength(36);
		for (const name of ['sc-data-age', 'sc-fetched-at']) {
			expect(Date.parse(metric.headers.get(name) ?? '')).toBeGreaterThan(START);
		}
		const imperial = await ofVehicle(client, 'odometer', {
			headers: { 'sc-unit-system': 'imperial' }
		});
		expect(imperial.headers.get('sc-unit-system')).toBe('imperial');
		expect(imperial.body).not.toEqual(metric.body);
	});

	it('is what its account has, at an address with a slash behind it or none', async () => {
		const about = { id: client.vehicleId, make: 'CHEVROLET', model: 'Volt', year: 2019 };
		expect((await ofVehicle(client, '')).body).toEqual(about);
		expect((await sendV2(client, `/v2.0/vehicles/${client.vehicleId}`)).body).toEqual(about);
		expect((await sendV2(client, `/v99.9/vehicles/${client.vehicleId}/`)).body).toEqual(about);
	});

	it('answers nothing in units that nobody knows', async () => {
		const answer = await ofVehicle(client, 'fuel', { headers: { 'sc-unit-system': 'nautical' } });
		expect(answer).toMatchObject({
			status: 400,
			body: {
				type: 'VALIDATION',
				code: null,
				detail: [
					{
						field: 'sc-unit-system',
						message: '“nautical” is no system of units; send metric or imperial.'
					}
				]
			}
		});
	});

	it('refuses what its owner did not grant, and names the way out', async () => {
		const answer = await ofVehicle(client, 'location');
		expect(answer).toMatchObject({
			status: 403,
			body: {
				type: 'PERMISSION',
				code: null,
				description: 'The owner has not granted read_location for this vehicle.',
				resolution: { type: 'REAUTHENTICATE' }
			}
		});
		expect(answer.headers.get('www-authenticate')).toBe(
			'Bearer error="insufficient_scope", scope="read_location"'
		);
		expect(answer.headers.get('x-accepted-permissions')).toBe('read_location');
		expect(answer.headers.get('link')).toContain(`/apps/${client.clientId}/vehicle-access?`);
	});

	it.each([
		['charge/limit', 'POST', { limit: '0.8' }, 'VEHICLE_NOT_CAPABLE'],
		['tesla/battery', 'GET', undefined, 'MAKE_NOT_COMPATIBLE'],
		['chevrolet/battery', 'GET', undefined, 'VEHICLE_NOT_CAPABLE']
	])('cannot do %s', async (path, method, body, code) => {
		expect(await ofVehicle(client, path, { method, body })).toMatchObject({
			status: 501,
			body: { type: 'COMPATIBILITY', code }
		});
	});

	it('does as it is told once it can', async () => {
		const start = { method: 'POST', body: { action: 'START' } };
		expect(await ofVehicle(client, 'charge', start)).toMatchObject({
			status: 409,
			body: { type: 'VEHICLE_STATE', code: 'CHARGING_PLUG_NOT_CONNECTED' }
		});
		expect((await happen({ event: 'plug-in', kind: 'AC' })).ok).toBe(true);
		expect(await ofVehicle(client, 'charge', start)).toMatchObject({
			status: 200,
			body: { status: 'success', message: 'Successfully sent request to vehicle' }
		});
	});

	it.each([
		[undefined, 'action'],
		[{ action: 'PAUSE' }, 'action'],
		[[1], 'body']
	])('is told nothing by %j', async (body, field) => {
		expect(await ofVehicle(client, 'charge', { method: 'POST', body })).toMatchObject({
			status: 400,
			body: { type: 'VALIDATION', detail: [{ field }] }
		});
	});

	it('is not there at a path that nobody knows', async () => {
		for (const path of ['nothing', 'unheard/battery', 'odometer/odometer']) {
			expect(await ofVehicle(client, path)).toMatchObject({
				status: 404,
				body: { type: 'RESOURCE_NOT_FOUND', code: 'PATH', requestId: expect.any(String) }
			});
		}
		const answer = await sendV2(client, `/vlatest/vehicles/${client.vehicleId}/fuel`);
		expect(answer).toMatchObject({
			status: 404,
			body: { type: 'RESOURCE_NOT_FOUND', code: 'VERSION' }
		});
	});

	it('asks its owner to sign in again after the password changed', async () => {
		await changePassword(storage.context, await ownId());
		expect(await ofVehicle(client, 'odometer')).toMatchObject({
			status: 400,
			body: {
				type: 'CONNECTED_SERVICES_ACCOUNT',
				code: 'AUTHENTICATION_FAILED',
				resolution: {
					type: 'REAUTHENTICATE',
					url: expect.stringContaining('/oauth/reauthenticate?')
				}
			}
		});
		expect((await ofVehicle(client, 'location')).status).toBe(403);
	});

	it('is asked no more than the plan allows', async () => {
		await updateMonthlyLimit(storage.context, client.clientId, 1);
		expect((await ofVehicle(client, 'odometer')).status).toBe(200);
		expect(await ofVehicle(client, 'odometer')).toMatchObject({
			status: 430,
			body: {
				type: 'BILLING',
				code: 'VEHICLE_REQUEST_LIMIT',
				resolution: { type: 'CONTACT_SUPPORT' }
			}
		});
	});
});

describe('a Tesla over API v2', () => {
	it('does and tells what only Teslas do', async () => {
		const client = await v2Client(storage.context, 'TESLA', [
			'read_charge',
			'control_charge',
			'read_user_profile',
			'control_pin',
			'read_thermometer'
		]);
		expect((await ofVehicle(client, 'tesla/user/info')).body).toEqual({
			email: 'someone@example.com'
		});
		const open = { method: 'POST', body: { action: 'OPEN' } };
		expect((await ofVehicle(client, 'tesla/charge/charge_port_door', open)).status).toBe(200);
		expect((await ofVehicle(client, 'tesla/pin', { method: 'DELETE' })).status).toBe(200);
		expect(await ofVehicle(client, 'tesla/charge/completion')).toMatchObject({
			status: 409,
			body: { type: 'VEHICLE_STATE', code: 'NOT_CHARGING' }
		});
		const later = storage.at(START + 15 * MINUTE);
		const warm = await ofVehicle(client, 'tesla/thermometer/interior', {
			headers: { 'sc-unit-system': 'imperial' },
			context: later
		});
		expect(warm.body).toEqual({ temperature: expect.any(Number) });
		expect((await ofVehicle(client, 'tesla/charge', { context: later })).body).toMatchObject({
			chargePortOpen: true
		});
	});
});

describe('a Ford over API v2', () => {
	it('keeps when it is to charge at a place', async () => {
		const client = await v2Client(storage.context, 'FORD', [
			'control_charge',
			'read_charge_locations'
		]);
		const window = { startTime: '01:00', stopTime: '05:00' };
		const body = { chargingLocation: { chargeLimit: 0.8, chargingWindows: { weekday: [window] } } };
		const path = 'ford/charge/schedule_by_location';
		const put = { method: 'PUT', body };
		expect((await ofVehicle(client, `${path}?latitude=48.8566&longitude=2.3522`, put)).status).toBe(
			200
		);
		expect(await ofVehicle(client, path, put)).toMatchObject({
			status: 400,
			body: { detail: [{ field: 'latitude' }] }
		});
		const context = storage.at(START + 15 * MINUTE);
		expect((await ofVehicle(client, path, { context })).body).toEqual({
			chargingLocations: [
				{
					chargeLimit: 0.8,
					location: { latitude: 48.8566, longitude: 2.3522 },
					chargingSchedules: { weekday: [{ start: '01:00', end: '05:00' }], weekend: [] }
				}
			]
		});
	});

	it('tells its visits to the workshop as a bare list', async () => {
		const client = await v2Client(storage.context, 'FORD', ['read_service_history']);
		const asked = 'service/history?start_date=undefined&end_date=undefined';
		expect((await ofVehicle(client, asked)).body).toEqual(
			expect.arrayContaining([expect.objectContaining({ serviceDate: expect.any(String) })])
		);
		expect((await ofVehicle(client, 'service/history?startDate=2030-01-01')).body).toEqual([]);
		expect(await ofVehicle(client, 'service/history?start_date=soon')).toMatchObject({
			status: 400,
			body: { detail: [{ field: 'start_date', message: expect.stringContaining('“soon”') }] }
		});
	});
});

describe('a vehicle that shall fail', () => {
	it.each([
		['vehicle_state.asleep@smartcar.com', 409, 'VEHICLE_STATE', 'ASLEEP'],
		['upstream.unknown@smartcar.com', 502, 'UPSTREAM', 'UNKNOWN'],
		['rate_limit.vehicle@smartcar.com', 429, 'RATE_LIMIT', 'VEHICLE'],
		[
			'connected_services_account.virtual_key_required@smartcar.com',
			400,
			'CONNECTED_SERVICES_ACCOUNT',
			'VIRTUAL_KEY_REQUIRED'
		]
	])('does so as %s', async (username, status, type, code) => {
		const client = await v2Client(storage.context, 'TESLA', ['read_odometer'], username);
		const answer = await ofVehicle(client, 'odometer');
		expect(answer).toMatchObject({ status, body: { type, code } });
		expect(answer.headers.get('retry-after')).toBe(status === 429 ? '30' : null);
	});

	it('leads to where Tesla’s key is added, where that is what is missing', async () => {
		const username = 'connected_services_account.virtual_key_required@smartcar.com';
		const client = await v2Client(storage.context, 'TESLA', ['read_odometer'], username);
		expect(await ofVehicle(client, 'odometer')).toMatchObject({
			body: {
				resolution: { type: 'ACTION_REQUIRED', url: 'https://www.tesla.com/_ak/smartcar.com' }
			}
		});
	});
});
