import { FAULT_HEADER } from '#lib/faults/asked.ts';
import { toldIds } from '#lib/server/db/vehicle-schema.ts';
import { flushCalls } from '#lib/server/fleet/calls/flush.ts';
import { tallyCalls } from '#lib/server/fleet/calls/tally.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { errorIn } from '#lib/vehicles/call/error-apis.ts';
import { PLATFORM_ERROR_NAMES, platformError } from '#lib/vehicles/call/platform-errors.ts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { useFaultyCalls } from '../../../support/faulty-calls.ts';
import { useStorage } from '../../../support/storage.ts';
import { newV3Client } from '../../../support/v3.ts';

const storage = useStorage();
const faulty = useFaultyCalls(storage);

const ErrorOfV2 = z.object({ type: z.string(), code: z.string().nullable() });
const Batched = z.object({
	responses: z.array(
		z.object({
			path: z.string(),
			code: z.int(),
			headers: z.record(z.string(), z.string()),
			body: z.unknown()
		})
	)
});
const ErrorsOfV3 = z.object({ errors: z.tuple([ErrorOfV2]) });

describe.each(['v2', 'v3'] as const)('a header of a call to %s', (api) => {
	it('brings about every error of the platform, as that API has it', async () => {
		const seen = new Set<string>();
		for (const name of PLATFORM_ERROR_NAMES) {
			const own = errorIn(api, name);
			// Only what is made can be there already.
			const isConflict = own === 'RESOURCE_CONFLICT:SUBSCRIPTION_EXISTS';
			const { status, headers, body } = isConflict
				? await faulty.calls.ask('/v3/subscriptions', name, 'POST')
				: await faulty.calls.ask(faulty.calls.at(api), name);
			if (own === null) {
				expect([name, status]).toEqual([name, 400]);
				continue;
			}
			const error = platformError(own);
			const said = api === 'v2' ? ErrorOfV2.parse(body) : ErrorsOfV3.parse(body).errors[0];
			expect([name, status, said.type, said.code]).toEqual([
				name,
				error.status,
				error.type,
				error.code
			]);
			expect(headers.get('retry-after')).toBe(status === 429 ? '30' : null);
			seen.add(own);
		}
		const own = PLATFORM_ERROR_NAMES.filter((name) => errorIn(api, name) === name);
		expect([...seen].sort()).toEqual([...own].sort());
	});

	it.each([
		['NO_SUCH', '“NO_SUCH” is no fault.'],
		['VEHICLE_STATE:ASLEP', 'Did you mean “VEHICLE_STATE:ASLEEP”?'],
		['LATENCY=0', 'LATENCY takes a whole number of milliseconds from 1 to 100000.'],
		['DROP=1', 'DROP takes no number; leave it out.'],
		['HOLD_202', 'HOLD_202 does not happen at GET'],
		['WEBHOOK_DELAY', 'WEBHOOK_DELAY does not happen at GET']
	])('is refused where it says %o', async (fault, why) => {
		const { status, body } = await faulty.calls.ask(faulty.calls.at(api), fault);
		expect(status).toBe(400);
		expect(JSON.stringify(body)).toContain(`${FAULT_HEADER}: `);
		expect(JSON.stringify(body).replaceAll('\\"', '"')).toContain(why);
	});

	it('is for that call alone, and uses no rule', async () => {
		await faulty.calls.rule({ times: 1, fault: 'VEHICLE_STATE:IN_MOTION' });
		expect((await faulty.calls.ask(faulty.calls.at(api), 'VEHICLE_STATE:ASLEEP')).status).toBe(409);
		expect(await faulty.calls.used()).toEqual([0]);
		expect(JSON.stringify((await faulty.calls.ask(faulty.calls.at(api))).body)).toContain(
			'IN_MOTION'
		);
		expect((await faulty.calls.ask(faulty.calls.at(api))).status).toBe(200);
	});
});

describe('a rule', () => {
	it.each(['v2', 'v3'] as const)('of n calls of %s is for the first n', async (api) => {
		await faulty.calls.rule({ times: 2, fault: 'UPSTREAM:NO_RESPONSE' });
		const statuses = [];
		for (let call = 0; call < 4; call++)
			statuses.push((await faulty.calls.ask(faulty.calls.at(api))).status);
		expect(statuses).toEqual([502, 502, 200, 200]);
		expect(await faulty.calls.used()).toEqual([2]);
	});

	it('of n calls is for n, however many ask at once', async () => {
		await faulty.calls.rule({ times: 5, fault: 'SERVER:INTERNAL' });
		const answers = await Promise.all(
			Array.from({ length: 20 }, () => faulty.calls.ask(faulty.calls.at('v3')))
		);
		expect(answers.filter(({ status }) => status === 500)).toHaveLength(5);
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(15);
	});

	it('is for one application, one vehicle and one path where it says so', async () => {
		const other = await newV3Client(storage.context, {
			scope: 'read_odometer',
			username: 'o@b.example'
		});
		await faulty.calls.rule({ clientId: other.clientId, fault: 'SERVER:INTERNAL' });
		await faulty.calls.rule({
			vehicleId: other.vehicleIds[0] ?? '',
			fault: 'UPSTREAM:NO_RESPONSE'
		});
		await faulty.calls.rule({ path: '/v3/vehicles/*/signals', fault: 'VEHICLE_STATE:ASLEEP' });
		expect((await faulty.calls.ask(faulty.calls.at('v2'))).status).toBe(200);
		expect((await faulty.calls.ask(faulty.calls.at('v3'))).status).toBe(200);
		expect((await faulty.calls.ask(faulty.calls.at('v3', '/signals'))).status).toBe(409);
		expect(await faulty.calls.used()).toEqual([0, 0, 1]);
	});

	it('knows a vehicle by the id of the sandbox, too', async () => {
		const { calls } = faulty;
		const vehicle = calls.told;
		calls.told = crypto.randomUUID();
		await storage.context.write(({ db }) =>
			db.insert(toldIds).values({ id: calls.told, vehicleId: vehicle, mode: 'simulated' })
		);
		for (const vehicleId of [calls.told, vehicle]) {
			await faulty.calls.rule({ vehicleId, times: 1, fault: 'VEHICLE_STATE:ASLEEP' });
		}
		const statuses = [];
		for (let call = 0; call < 3; call++)
			statuses.push((await faulty.calls.ask(faulty.calls.at('v2'))).status);
		expect(statuses).toEqual([409, 409, 200]);
		await faulty.calls.rule({ vehicleId: crypto.randomUUID(), fault: 'VEHICLE_STATE:ASLEEP' });
		expect((await faulty.calls.ask(faulty.calls.at('v2'))).status).toBe(200);
	});

	it('meets nothing that would be refused anyway, and is not used up by it', async () => {
		await faulty.calls.rule({ times: 1, fault: 'SERVER:INTERNAL' });
		expect((await faulty.calls.ask(faulty.calls.at('v2', '/vin'))).status).toBe(403);
		expect(
			(await faulty.calls.ask(faulty.calls.at('v3', '/signals/vehicleidentification-vin'))).status
		).toBe(403);
		expect((await faulty.calls.ask('/v2.0/nothing'))?.status).toBe(404);
		expect(await faulty.calls.used()).toEqual([0]);
	});

	it('may be for tokens', async () => {
		await faulty.calls.rule({
			path: '/oauth/token',
			fault: 'OAUTH:invalid_grant',
			clientId: faulty.calls.client.clientId
		});
		const form = { 'content-type': 'application/x-www-form-urlencoded' };
		const token = async (id: string) => {
			const body = new URLSearchParams({ client_id: id, client_secret: 's' }).toString();
			const init = { method: 'POST', headers: form, body };
			const response = await askFromWithin(storage.context, '192.0.2.8', '/oauth/token', init);
			return z.object({ error: z.string() }).parse(await response.json()).error;
		};
		expect(await token(faulty.calls.client.clientId)).toBe('invalid_grant');
		expect(await token(crypto.randomUUID())).toBe('invalid_client');
	});

	it('never meets the API by which it is taken away', async () => {
		await faulty.calls.rule({ fault: 'DROP' });
		const { status } = await askFromWithin(storage.context, '127.0.0.1', '/sandbox/api/clock', {});
		expect(status).toBe(200);
	});

	it('of a command leaves the vehicle as it is', async () => {
		await faulty.calls.rule({ times: 1, fault: 'SERVER:INTERNAL' });
		const lock = () =>
			faulty.calls.ask(faulty.calls.at('v3', '/commands/security/unlock'), undefined, 'POST');
		expect((await lock()).status).toBe(500);
		expect((await lock()).status).toBe(200);
	});

	it('counts as a call of the vehicle all the same', async () => {
		await faulty.calls.rule({ times: 1, fault: 'VEHICLE_STATE:ASLEEP' });
		await faulty.calls.ask(faulty.calls.at('v3'));
		await flushCalls(storage.context);
		expect(await tallyCalls(storage.context, faulty.calls.client.clientId)).toEqual({
			vehicles: 1,
			most: 1
		});
	});
});

describe('a batch', () => {
	const ODOMETER = '/v2.0/vehicles/*/odometer';
	const codesOf = ({ body }: { readonly body: unknown }) =>
		Batched.parse(body).responses.map(({ code }) => code);

	it('meets rules of the paths within it, part by part, as often as they say', async () => {
		const { calls } = faulty;
		await calls.rule({ path: ODOMETER, times: 2, fault: 'VEHICLE_STATE:ASLEEP' });
		await calls.rule({ path: '/v2.0/vehicles/*/battery', fault: 'RATE_LIMIT', amount: 7 });
		const first = await calls.batch(['/odometer', 'battery/', '/vin']);
		expect(first.status).toBe(200);
		expect(first.headers.get(FAULT_HEADER)).toBeNull();
		const { responses } = Batched.parse(first.body);
		expect(responses).toMatchObject([
			{ path: '/odometer', code: 409, body: { type: 'VEHICLE_STATE', code: 'ASLEEP' } },
			{ path: 'battery/', code: 429, headers: { 'retry-after': '7' } },
			{ path: '/vin', code: 403 }
		]);
		expect(codesOf(await calls.batch(['/odometer', '/odometer']))).toEqual([409, 200]);
		expect(await calls.used()).toEqual([2, 1]);
	});

	it('says what of it was spoiled', async () => {
		const { calls } = faulty;
		await calls.rule({ path: ODOMETER, fault: 'HALF_BODY' });
		const { headers, body } = await calls.batch(['/battery', '/odometer']);
		expect(headers.get(FAULT_HEADER)).toBe('HALF_BODY');
		const { responses } = Batched.parse(body);
		expect(responses.map((part) => part.headers[FAULT_HEADER])).toEqual([undefined, 'HALF_BODY']);
		expect(responses[1]?.body).toEqual({ distance: null });
	});

	it('meets what is for all paths, and its own, as a whole and once', async () => {
		const { calls } = faulty;
		await calls.rule({ fault: 'UPSTREAM:NO_RESPONSE', times: 1 });
		await calls.rule({ path: '/v2.0/vehicles/*/*', fault: 'LATENCY', amount: 1 });
		expect((await calls.batch(['/odometer'])).status).toBe(502);
		expect(codesOf(await calls.batch(['/odometer', '/battery']))).toEqual([200, 200]);
		expect(await calls.used()).toEqual([1, 1]);
	});

	it('that a header is about uses no rule of a part', async () => {
		const { calls } = faulty;
		await calls.rule({ path: ODOMETER, fault: 'VEHICLE_STATE:ASLEEP' });
		expect(codesOf(await calls.batch(['/odometer'], 'STALE'))).toEqual([200]);
		expect(await calls.used()).toEqual([0]);
	});
});
