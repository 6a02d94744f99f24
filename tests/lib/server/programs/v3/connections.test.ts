import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { connect } from '../../../../support/connect.ts';
import { listConsents } from '../../../../support/list-consents.ts';
import { REHEARSED_START, START, useStorage } from '../../../../support/storage.ts';
import { updateV3Dialect } from '#lib/server/applications/v3-dialect.ts';
import { askV3, newV3Client, type V3Client } from '../../../../support/v3.ts';

const storage = useStorage();
const SIMULATED = 'filter[vehicle.mode]=simulated';

let client: V3Client;
beforeEach(async () => {
	client = await newV3Client(storage.context, { scope: 'read_odometer control_charge' });
});

const ask = (way: string, method = 'GET', token = client.machine) =>
	askV3(storage.context, way, { token, method });

const Listed = z.object({ data: z.array(z.object({ id: z.string() })) });
const idsOf = ({ body }: Awaited<ReturnType<typeof ask>>) =>
	Listed.parse(body).data.map(({ id }) => id);

describe('GET /v3/connections', () => {
	it('tells connections with links and numbers', async () => {
		const answer = await ask(`/connections?${SIMULATED}`);
		expect(answer).toMatchObject({ status: 200, schemas: ['ConnectionsAnswer'] });
		const at = new Date(REHEARSED_START).toISOString();
		const [vehicleId] = client.vehicleIds;
		expect(answer.body).toMatchObject({
			data: [
				{
					type: 'connection',
					attributes: {
						permissions: ['control_charge', 'read_odometer'],
						vehicle: { make: 'TESLA', mode: 'simulated', powertrainType: 'BEV' },
						user: { id: client.userId }
					},
					relationships: {
						vehicle: {
							data: { id: vehicleId, type: 'vehicle' },
							links: { related: `http://127.0.0.1:3000/v3/vehicles/${vehicleId}` }
						},
						user: { data: { id: client.userId, type: 'user' } }
					},
					meta: { createdAt: at, updatedAt: at }
				},
				{}
			],
			meta: {
				pageNumber: 1,
				pageSize: 10,
				totalCount: 2,
				orderBy: 'createdAt',
				orderDirection: 'DESC'
			},
			links: {
				self: 'http://127.0.0.1:3000/v3/connections?page%5Bnumber%5D=1&page%5Bsize%5D=10&filter%5Bvehicle.mode%5D=simulated',
				prev: null,
				next: null
			}
		});
		expect(answer.headers.has('x-valetkey-hint')).toBe(false);
	});

	it('says where the default leaves simulated ones out', async () => {
		const answer = await ask('/connections');
		expect(answer.body).toMatchObject({ data: [], meta: { totalCount: 0 } });
		expect(answer.headers.get('x-valetkey-hint')).toBe(
			'2 simulated left out; they are listed with filter[vehicle.mode]=simulated'
		);
		const meant = await ask('/connections?filter[vehicle.mode]=live');
		expect(meant.headers.has('x-valetkey-hint')).toBe(false);
	});

	it('turns pages by links that keep the filters', async () => {
		const { userId } = client;
		const first = await ask(`/connections?${SIMULATED}&page[size]=1&filter[userId]=${userId}`);
		const Links = z.object({ links: z.object({ next: z.string(), last: z.string() }) });
		const { next, last } = Links.parse(first.body).links;
		expect(next).toBe(last);
		const second = await ask(next.replace('http://127.0.0.1:3000/v3', ''));
		expect(idsOf(second)).not.toEqual(idsOf(first));
		expect(second.body).toMatchObject({
			meta: { pageNumber: 2, totalCount: 2 },
			links: { next: null, prev: expect.stringContaining(`filter%5BuserId%5D=${userId}`) }
		});
		expect(await ask(`/connections?${SIMULATED}&page[number]=9`)).toMatchObject({
			status: 200,
			body: { data: [], links: { next: null } }
		});
	});

	it('lists the newest first, and only those that are meant', async () => {
		const later = storage.at(START + 60_000);
		await connect(
			later,
			client.clientId,
			{ make: 'FORD', external_id: 'customer-7' },
			{
				username: 'somebody@example.com'
			}
		);
		const all = await ask(`/connections?${SIMULATED}`);
		expect(all.body).toMatchObject({
			data: [{ attributes: { vehicle: { make: 'FORD' } } }, {}, {}]
		});
		const [newest] = idsOf(all);
		const of = (filter: string) => ask(`/connections?${SIMULATED}&${filter}`).then(idsOf);
		expect(await of('filter[user.externalId]=customer-7')).toEqual([newest]);
		expect(await of('filter[user.externalId]=customer-8')).toEqual([]);
		expect(await of(`filter[userId]=${client.userId.toUpperCase()}`)).toHaveLength(2);
		expect(await of(`filter[vehicleId]=${client.vehicleIds[0]}`)).toHaveLength(1);
		const byHeader = await askV3(storage.context, `/connections?${SIMULATED}`, {
			token: client.machine,
			userId: client.userId
		});
		expect(idsOf(byHeader)).toHaveLength(2);
	});

	it.each([
		['page[size]=0', 'page[size] is a whole number from 1 to 100.'],
		['page[size]=101', 'page[size] is a whole number from 1 to 100.'],
		['page[number]=-1', 'page[number] is a whole number from 1 to 1000000.'],
		['filter[userId]=me', 'filter[userId] is a UUID.'],
		['filter[vehicle.mode]=test', 'filter[vehicle.mode] is live or simulated.'],
		[
			'filter[vin]=x',
			'“filter[vin]” is no parameter of this list; it has filter[userId], filter[vehicleId], filter[vehicle.mode], filter[user.externalId], page[number], page[size].'
		]
	])('refuses %s', async (query, detail) => {
		expect(await ask(`/connections?${query}`)).toMatchObject({
			status: 400,
			body: { errors: [{ code: 'INVALID_INPUT_FORMAT', detail }] }
		});
	});

	it('is for applications', async () => {
		const answer = await ask('/connections', 'GET', client.user);
		expect(answer).toMatchObject({
			status: 403,
			body: { errors: [{ type: 'AUTHENTICATION', code: 'ACCESS_DENIED' }] }
		});
	});

	it('counts by page in the dialect of 2025', async () => {
		await updateV3Dialect(storage.context, client.clientId, '2025');
		const answer = await ask(`/connections?${SIMULATED}`);
		expect(answer.schemas).toEqual(['ConnectionsOf2025']);
		expect(answer.body).toMatchObject({
			meta: { page: 1 },
			links: { self: expect.stringMatching(/^\/connections\?/), previous: null }
		});
	});
});

describe('/v3/connections/{id} and /v3/users/{id}', () => {
	const NOBODY = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
	let id = '';
	beforeEach(async () => {
		[id = ''] = idsOf(await ask(`/connections?${SIMULATED}`));
	});

	it('tell one connection', async () => {
		expect(await ask(`/connections/${id}`)).toMatchObject({
			status: 200,
			schemas: ['ConnectionAnswer'],
			body: { data: { id } }
		});
	});

	it('give one back, in the name of the application', async () => {
		expect(await ask(`/connections/${id}`, 'DELETE')).toMatchObject({ status: 204, body: null });
		expect((await ask(`/connections/${id}`)).status).toBe(404);
		expect((await ask(`/connections/${id}`, 'DELETE')).status).toBe(404);
		expect(idsOf(await ask(`/connections?${SIMULATED}`))).toHaveLength(1);
		const consents = await listConsents(storage.context);
		expect(consents.at(-1)).toMatchObject({ kind: 'revoked', by: 'app' });
	});

	it('give all of a user back', async () => {
		expect((await ask(`/users/${client.userId}`, 'DELETE')).status).toBe(204);
		expect(idsOf(await ask(`/connections?${SIMULATED}`))).toEqual([]);
		expect(await ask(`/users/${client.userId}`, 'DELETE')).toMatchObject({
			status: 404,
			body: { errors: [{ code: 'USER_NOT_FOUND' }] }
		});
	});

	it('know nothing of other applications', async () => {
		const other = await newV3Client(storage.context, { username: 'somebody@example.com' });
		for (const method of ['GET', 'DELETE']) {
			const [foreign, none] = [
				await ask(`/connections/${id}`, method, other.machine),
				await ask(`/connections/${NOBODY}`, method, other.machine)
			].map(({ status, body }) => ({
				status,
				text: JSON.stringify(body).replace(/requestId":".{36}/, '')
			}));
			expect(foreign).toEqual(none);
			expect(none?.status).toBe(404);
		}
		expect((await ask(`/users/${client.userId}`, 'DELETE', other.machine)).status).toBe(404);
		expect((await ask(`/connections/${id}`)).status).toBe(200);
	});
});
