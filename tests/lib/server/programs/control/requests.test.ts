import type { Context } from '#lib/server/context.ts';
import { ControlRefusal } from '#lib/server/programs/control/answer-schemas.ts';
import { RequestsAnswer } from '#lib/server/programs/control/request-answer.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { v2Client, type V2Client } from '../../../../support/api-v2.ts';
import { record } from '../../../../support/recorded.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

let context: Context;
let client: V2Client;

type Answer = z.infer<typeof RequestsAnswer>;

const ask = (path: string, headers: Record<string, string> = {}) =>
	askFromWithin(context, '192.0.2.7', path, { headers });
const asked = async (query: string): Promise<Answer['requests']> => {
	const answer = await ask(`/sandbox/api/requests${query}`);
	expect(answer.status).toBe(200);
	return RequestsAnswer.parse(await answer.json()).requests;
};
const paths = async (query: string) =>
	(await asked(query)).map(({ path }) => path.replace(client.vehicleId, 'vehicle'));

const USER = '/v2.0/user';
const BATTERY = '/v2.0/vehicles/vehicle/battery';
const ODOMETER = '/v2.0/vehicles/vehicle/odometer';

beforeEach(async () => {
	context = storage.context;
	client = await v2Client(context, 'TESLA', ['read_battery']);
	record(context);
	const bearer = { authorization: `Bearer ${client.access}` };
	await ask(USER);
	await ask(BATTERY.replace('vehicle/', `${client.vehicleId}/`), bearer);
	await ask(ODOMETER.replace('vehicle/', `${client.vehicleId}/`), bearer);
});

it('lists the newest first, with those of this very moment', async () => {
	expect(await paths('')).toEqual([ODOMETER, BATTERY, USER]);
	expect((await asked(''))[0]).toMatchObject({
		clientId: client.clientId,
		status: 403,
		error: 'PERMISSION',
		permissions: ['read_odometer'],
		missing: ['read_odometer'],
		request: { body: null, cut: 0 },
		unread: { headers: [], fields: [] }
	});
});

it('shows each of the headers that came more than once', async () => {
	// The only name of which the web platform keeps more than one.
	const headers = new Headers([
		['set-cookie', 'a=1'],
		['x-run', '7'],
		['set-cookie', 'b=22']
	]);
	await askFromWithin(context, '192.0.2.7', USER, { headers });
	expect((await asked('?clientId=none&limit=1'))[0]?.request.headers).toEqual({
		'set-cookie': ['···· (3 characters)', '···· (4 characters)'],
		'x-run': '7'
	});
});

describe('finds requests', () => {
	it.each([
		['whose they are', '?clientId=CLIENT', [ODOMETER, BATTERY]],
		['that named nobody', '?clientId=none', [USER]],
		['by their status', '?status=403', [ODOMETER]],
		['by the kind of it', '?status=4xx', [ODOMETER, USER]],
		['by another kind', '?status=5xx', []],
		['by a permission', '?permission=read_battery', [BATTERY]],
		['by their vehicle', '?vehicle=VEHICLE', [ODOMETER, BATTERY]],
		['by a part of the path', '?q=ODOMETER', [ODOMETER]],
		['by all of that', '?q=vehicles&status=2xx&permission=read_battery', [BATTERY]],
		['but so many', '?limit=1', [ODOMETER]]
	] as const)('%s', async (_, query, found) => {
		const named = query
			.replace('CLIENT', client.clientId.toUpperCase())
			.replace('VEHICLE', client.vehicleId);
		expect(await paths(named)).toEqual(found);
	});

	it('by the vehicle’s own id, and by the id that the log has', async () => {
		const [{ vehicleId, requestId } = { vehicleId: '', requestId: '' }] = await asked('');
		expect(await paths(`?vehicle=${vehicleId}`)).toEqual([ODOMETER, BATTERY]);
		expect(await paths(`?q=${requestId}`)).toEqual([ODOMETER]);
	});

	it('that came after one', async () => {
		const [, battery] = await asked('');
		expect(await paths(`?after=${battery?.id}`)).toEqual([ODOMETER]);
		await ask(USER);
		expect(await paths(`?after=${battery?.id}`)).toEqual([USER, ODOMETER]);
	});
});

it.each([
	['status', 'denied', 'Write a status such as 403, or 2xx, 4xx or 5xx for all of a kind.'],
	['permission', 'read_batery', '“read_batery” is no permission; write read_battery.'],
	['permission', 'x', '“x” is no permission; write one such as read_battery.'],
	['after', '-1', 'Write the id of a request, a whole number.'],
	['limit', '1001', 'Write a number from 1 to 1000.'],
	[
		'clientId',
		'x',
		'Write the client id of an application that is here, none for requests that named none, or leave it out.'
	]
])('names %s where %s cannot be looked for', async (path, value, message) => {
	const answer = await ask(`/sandbox/api/requests?${new URLSearchParams({ [path]: value })}`);
	expect(answer.status).toBe(400);
	expect(await answer.json()).toMatchObject({
		error: 'invalid_request',
		error_description: `${path}: ${message}`,
		problems: [{ path, message }]
	});
});

it('names all that cannot be looked for', async () => {
	const answer = await ask('/sandbox/api/requests?status=x&permission=y&after=z&limit=0');
	const { problems } = ControlRefusal.parse(await answer.json());
	expect(problems?.map(({ path }) => path)).toEqual(['status', 'permission', 'after', 'limit']);
});
