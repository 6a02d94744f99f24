import { disconnect, endConnections } from '#lib/server/connect/disconnect.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { grantMore, ofVehicle, sendV2, v2Client, type V2Client } from '../../../support/api-v2.ts';
import { signInBy } from '../../../support/connect.ts';
import { listConnections } from '../../../support/list-connections.ts';
import { START, useStorage } from '../../../support/storage.ts';
import { refreshBy, refusedRefresh, revoke } from '../../../support/tokens.ts';
import { askV3, machineTokenOf } from '../../../support/v3.ts';

const storage = useStorage();
const NOBODY = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
const GRANTED = ['read_battery', 'read_vehicle_info', 'control_charge'] as const;

let client: V2Client;
let machine = '';
let userId = '';
beforeEach(async () => {
	client = await v2Client(storage.context, 'TESLA', GRANTED);
	machine = await machineTokenOf(storage.context, client.clientId);
	const { body } = await sendV2(client, '/v2.0/user');
	userId = typeof body === 'object' && body && 'id' in body ? String(body.id) : '';
});

const standing = async () => (await listConnections(storage.context, client.clientId))[0]?.id ?? '';
const ENDERS = {
	'its owner': () =>
		storage.context.write((transaction) =>
			endConnections(transaction, client.clientId, { which: undefined, by: 'owner' })
		),
	'the operator': async () => disconnect(storage.context, client.clientId, await standing()),
	'the app, by v2': () => ofVehicle(client, 'application', { method: 'DELETE' }),
	'the app, by v3': async () =>
		askV3(storage.context, `/connections/${await standing()}`, { method: 'DELETE', token: machine })
};

const SCHEDULE = {
	data: {
		attributes: {
			location: { latitude: 37.77, longitude: -122.42 },
			startTime: '08:00',
			stopTime: '10:00'
		}
	}
};
const V3_CALLS = [
	['GET', ''],
	['GET', '/signals'],
	['GET', '/signals/tractionbattery-stateofcharge'],
	['GET', '/signals/vehicleidentification-vin'],
	['POST', '/commands/charge/start'],
	['POST', '/charge-schedules/daily', SCHEDULE],
	['DELETE', '/charge-schedules/sched_1']
] as const;
const V2_CALLS = [
	['GET', ''],
	['GET', '/battery'],
	['GET', '/vin'],
	['GET', '/permissions'],
	['POST', '/charge', { action: 'START' }],
	['POST', '/batch', { requests: [{ path: '/battery' }] }],
	['DELETE', '/application']
] as const;

const inV2 = (id: string) =>
	Promise.all(
		V2_CALLS.map(([method, path, body]) =>
			sendV2(client, `/v2.0/vehicles/${id}${path}`, { method, body })
		)
	);
const inV3 = (id: string, asked: { readonly token: string; readonly userId?: string }) =>
	Promise.all(
		V3_CALLS.map(([method, path, body]) =>
			askV3(storage.context, `/vehicles/${id}${path}`, { ...asked, method, body })
		)
	);
const NOT_GRANTED = {
	status: 403,
	body: { type: 'PERMISSION', code: null, resolution: { type: 'REAUTHENTICATE' } }
};
const ENDED = {
	status: 403,
	body: {
		errors: [
			{
				type: 'PERMISSION',
				detail: expect.stringContaining('through Connect again'),
				resolution: { type: 'REAUTHENTICATE' }
			}
		]
	}
};
const NOWHERE = { status: 404, body: { errors: [{ code: 'VEHICLE_NOT_FOUND' }] } };

describe.each(Object.entries(ENDERS))('a connection that %s ended', (_by, end) => {
	beforeEach(end);

	it('refuses every call of its vehicle, with the advice to ask again', async () => {
		for (const answer of await inV2(client.vehicleId)) expect(answer).toMatchObject(NOT_GRANTED);
		for (const asked of [{ token: client.access }, { token: machine, userId }]) {
			for (const answer of await inV3(client.vehicleId, asked)) expect(answer).toMatchObject(ENDED);
		}
	});

	it('leaves the access token known, which reaches no vehicle, and ends the refresh token', async () => {
		expect(await sendV2(client, '/v2.0/user')).toMatchObject({ status: 200, body: { id: userId } });
		expect(await sendV2(client, '/v2.0/vehicles')).toMatchObject({
			status: 200,
			body: { vehicles: [], paging: { count: 0 } }
		});
		const listed = await askV3(storage.context, '/connections?filter[vehicle.mode]=simulated', {
			token: machine
		});
		expect(listed).toMatchObject({ status: 200, body: { data: [], meta: { totalCount: 0 } } });
		expect(await refreshBy(storage.context, client, client.refresh)).toMatchObject(
			refusedRefresh(client.refresh)
		);
	});

	it('makes nothing of what was never reached', async () => {
		const other = await v2Client(storage.context, 'TESLA', GRANTED, 'other@example.com');
		for (const asked of [{ token: client.access }, { token: machine, userId }]) {
			const [none, foreign] = [await inV3(NOBODY, asked), await inV3(other.vehicleId, asked)];
			expect(none[0]).toMatchObject(NOWHERE);
			expect(none.map(withoutIds)).toEqual(foreign.map(withoutIds));
		}
		const [none, foreign] = [await inV2(NOBODY), await inV2(other.vehicleId)];
		expect(none.map(withoutIds)).toEqual(foreign.map(withoutIds));
	});

	it('is unauthorized once its token was revoked or is out of time', async () => {
		const late = storage.at(START + 7_200_000);
		expect(await sendV2({ ...client, context: late }, '/v2.0/user')).toMatchObject({ status: 401 });
		const again = await grantMore(client, 'TESLA', GRANTED);
		await revoke(storage.context, client, { token: again.access });
		expect(await sendV2(again, '/v2.0/user')).toMatchObject({ status: 401 });
		expect(await inV3(client.vehicleId, { token: again.access })).toMatchObject(
			V3_CALLS.map(() => ({ status: 401 }))
		);
	});

	it('shows its owner the grant screen again, although the same is asked', async () => {
		const link = { make: 'TESLA', scope: GRANTED.join(' '), approval_prompt: 'auto' };
		const signIn = () => signInBy(storage.context, client.clientId, link, 'someone@example.com');
		expect((await signIn()).next).toMatchObject({ kind: 'screen', screen: 'grant' });
		await grantMore(client, 'TESLA', GRANTED);
		expect((await signIn()).next).not.toMatchObject({ kind: 'screen' });
	});

	it('refuses the earlier token also after the owner came back', async () => {
		const again = await grantMore(client, 'TESLA', GRANTED);
		expect(await ofVehicle(again, 'battery')).toMatchObject({ status: 200 });
		for (const answer of await inV2(client.vehicleId)) expect(answer).toMatchObject(NOT_GRANTED);
		await ENDERS['the operator']();
		for (const answer of await inV3(client.vehicleId, { token: client.access })) {
			expect(answer).toMatchObject(ENDED);
		}
	});
});

it('is told to the tokens that reached it, and to no other of the same owner', async () => {
	const owner = '2-vehicles@smartcar.com';
	const one = await grantMore(client, 'TESLA', GRANTED, owner, [0]);
	const both = await grantMore(client, 'TESLA', ['read_battery'], owner);
	const first = one.vehicleId;
	const second = both.vehicleIds.find((id) => id !== first) ?? '';
	await ENDERS['its owner']();
	const told = async ({ access: token }: V2Client, id: string) =>
		(await askV3(storage.context, `/vehicles/${id}`, { token })).status;
	expect([await told(one, first), await told(one, second)]).toEqual([403, 404]);
	expect([await told(both, first), await told(both, second)]).toEqual([403, 403]);
});

/** The body without what differs from request to request. */
function withoutIds({ status, body }: { readonly status: number; readonly body: unknown }) {
	return [status, JSON.stringify(body).replaceAll(/"requestId":"[\w-]{36}"/g, '')];
}
