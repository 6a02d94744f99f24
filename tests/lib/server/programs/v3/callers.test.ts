import {
	deleteMachineClient,
	listMachineClients
} from '#lib/server/applications/machine-clients.ts';
import { RATE_LIMITS } from '#lib/server/connect/throttle.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { START, useStorage } from '../../../../support/storage.ts';
import { askV3, newV3Client, type V3Client } from '../../../../support/v3.ts';

const storage = useStorage();
const NOBODY = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

let client: V3Client;
let path = '';
beforeEach(async () => {
	client = await newV3Client(storage.context);
	path = `/vehicles/${client.vehicleIds[0]}/signals/odometer-traveleddistance`;
});

type Asked = Parameters<typeof askV3>[2];
const ask = (asked: Partial<Asked>, way = path) =>
	askV3(storage.context, way, { token: client.machine, ...asked });

/** The body without what differs from request to request. */
function bodyOf({ body }: Awaited<ReturnType<typeof ask>>): unknown {
	return JSON.parse(JSON.stringify(body).replaceAll(/"requestId":"[\w-]{36}"/g, '"requestId":""'));
}

describe('a token of the application', () => {
	it('needs the user that it asks about', async () => {
		expect(await ask({})).toMatchObject({
			status: 400,
			body: {
				errors: [
					{
						type: 'VALIDATION',
						code: 'MISSING_PARAMETER',
						detail: expect.stringMatching(/^missing userId/)
					}
				]
			}
		});
		expect((await ask({ userId: client.userId })).status).toBe(200);
		expect((await ask({ userId: client.userId.toUpperCase() })).status).toBe(200);
	});

	it('needs none for what a vehicle is, and nothing of who owns it', async () => {
		const named = await newV3Client(storage.context, { scope: 'read_vehicle_info' });
		const answer = await ask({ token: named.machine }, `/vehicles/${named.vehicleIds[0]}/`);
		expect(answer).toMatchObject({ status: 200, schemas: ['VehicleAnswer'] });
	});

	it('ends after an hour, and with its machine client', async () => {
		const later = storage.at(START + 3_600_000);
		expect(await askV3(later, path, { token: client.machine })).toMatchObject({ status: 401 });
		const [machine] = await listMachineClients(storage.context, client.clientId);
		await deleteMachineClient(storage.context, client.clientId, machine?.id ?? '');
		expect((await ask({ userId: client.userId })).status).toBe(401);
	});
});

describe('a token of a user', () => {
	it('needs no user, and takes its own', async () => {
		expect((await ask({ token: client.user })).status).toBe(200);
		expect((await ask({ token: client.user, userId: client.userId })).status).toBe(200);
	});

	it('is out of time after two hours, whatever the clock says then', async () => {
		const asked = { token: client.user };
		expect(await askV3(storage.at(START + 7_200_000), path, asked)).toMatchObject({ status: 401 });
		expect(await ask(asked)).toMatchObject({ status: 401 });
	});
});

describe('what is not theirs', () => {
	it('is answered as if it were not there', async () => {
		const other = await newV3Client(storage.context, { username: 'somebody@example.com' });
		const foreign = `/vehicles/${other.vehicleIds[0]}/signals/odometer-traveleddistance`;
		const none = foreign.replace(other.vehicleIds[0] ?? '', NOBODY);
		const answers = [
			await ask({ userId: client.userId }, none),
			await ask({ userId: client.userId }, foreign),
			await ask({ userId: other.userId }, foreign),
			await ask({ userId: NOBODY }),
			await ask({ userId: other.userId }),
			await ask({ token: client.user }, foreign),
			await ask({ token: client.user, userId: other.userId }),
			await ask({ userId: NOBODY }, path.replace('odometer-traveleddistance', 'no-such'))
		];
		expect(answers[0]).toMatchObject({
			status: 404,
			body: { errors: [{ type: 'RESOURCE_NOT_FOUND', code: 'VEHICLE_NOT_FOUND' }] }
		});
		const bodies = answers.map(bodyOf);
		for (const body of bodies) expect(body).toEqual(bodies[0]);
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
	});

	it.each([
		[{ userId: 'me' }, 'sc-user-id: “me” is no user id; send a UUID.'],
		[
			{ userId: NOBODY, way: '/vehicles/mine/signals' },
			'vehicleId: “mine” is no vehicle id; send a UUID.'
		]
	])(
		'is told from what cannot be read: %o',
		async ({ way, userId }: { way?: string; userId: string }, detail) => {
			expect(await ask({ userId }, way ?? path)).toMatchObject({
				status: 400,
				body: { errors: [{ type: 'VALIDATION', code: 'INVALID_INPUT_FORMAT', detail }] }
			});
		}
	);
});

describe('who brings no token that counts', () => {
	it.each([
		[null, 'Bearer realm="Valetkey"'],
		['unknown', 'Bearer realm="Valetkey", error="invalid_token"'],
		[NOBODY, 'Bearer realm="Valetkey", error="invalid_token"'],
		['two words', 'Bearer realm="Valetkey", error="invalid_token"']
	])('is unauthorized: %s', async (token, challenge) => {
		const answer = await ask({ token });
		expect(answer).toMatchObject({
			status: 401,
			body: { errors: [{ type: 'AUTHENTICATION', code: 'UNAUTHORIZED' }] }
		});
		expect(answer.headers.get('www-authenticate')).toBe(challenge);
	});
});

it('counts the requests of a whole application', async () => {
	const asked = { userId: client.userId };
	const statuses: number[] = [];
	// Not all at once: the last of them would wait longer for a connection than anybody does.
	while (statuses.length < RATE_LIMITS.api) {
		const length = Math.min(10, RATE_LIMITS.api - statuses.length);
		const answers = await Promise.all(Array.from({ length }, () => ask(asked)));
		statuses.push(...answers.map(({ status }) => status));
	}
	expect(statuses.filter((status) => status === 200).length).toBe(RATE_LIMITS.api - 1);
	const answer = await ask(asked);
	expect(answer).toMatchObject({
		status: 429,
		body: { errors: [{ type: 'RATE_LIMIT', code: 'SMARTCAR_API' }] }
	});
	expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
	expect((await ask({ token: client.user })).status).toBe(200);
});
