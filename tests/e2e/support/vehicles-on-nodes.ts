import type { APIRequestContext } from '@playwright/test';
import { connectApp, pointSdkAt, type ConnectedApp } from './connected-app.ts';
import { expect, test } from './test.ts';

const SCOPE = ['read_odometer', 'read_security', 'control_security', 'read_charge'];
const MINUTE = 60_000;

interface Asked {
	readonly method?: string;
	readonly body?: object;
}

/** Asks one server for something beneath the vehicle. */
async function ask(
	{ accessToken, vehicleId }: ConnectedApp,
	server: string,
	path: string,
	{ method = 'GET', body }: Asked = {}
) {
	const [api = '', ...beneath] = path.split(' ');
	const answer = await fetch(`${server}/${api}/vehicles/${vehicleId}/${beneath.join('')}`, {
		method,
		headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
		...(body && { body: JSON.stringify(body) })
	});
	const told: unknown = await answer.json();
	return { status: answer.status, told };
}

/**
 * Declares what has to hold of vehicles that two servers on one database answer for.
 *
 * @param at leads to the origin of each
 */
export function testVehiclesOn(at: (index: number) => string): void {
	const connect = (request: APIRequestContext) => {
		pointSdkAt(at(0));
		return connectApp(request, { make: 'TESLA', scope: SCOPE }, at(0));
	};

	/** Asks each, so that each has in memory what it keeps there. */
	async function askEach(app: ConnectedApp): Promise<void> {
		for (const index of [1, 0, 1]) {
			expect((await ask(app, at(index), 'v2.0 odometer')).status).toBe(200);
			const signal = await ask(app, at(index), 'v3 signals/odometer-traveleddistance');
			expect(signal.status).toBe(200);
		}
	}

	async function connected(request: APIRequestContext): Promise<ConnectedApp> {
		const app = await connect(request);
		await askEach(app);
		return app;
	}

	const clockOn = async (index: number, data?: object) => {
		const sent = data && {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(data)
		};
		const answer = await fetch(`${at(index)}/sandbox/api/clock`, sent);
		const { offsetMs }: { offsetMs: number } = await answer.json();
		return offsetMs;
	};

	test('a command on one is read on the other, and so is the time that one moved on', async ({
		request
	}) => {
		const app = await connected(request);
		for (const [here, there, action] of [
			[0, 1, 'UNLOCK'],
			[1, 0, 'LOCK'],
			[0, 1, 'UNLOCK']
		] as const) {
			const done = await ask(app, at(here), 'v2.0 security', { method: 'POST', body: { action } });
			expect(done).toMatchObject({ status: 200, told: { status: 'success' } });
			const before = await clockOn(there);
			// What a vehicle does is told once it was fetched.
			await clockOn(here, { advance: '5m' });
			expect(await clockOn(there)).toBe(before + 5 * MINUTE);
			const isLocked = action === 'LOCK';
			expect((await ask(app, at(there), 'v2.0 security')).told).toMatchObject({ isLocked });
			expect((await ask(app, at(there), 'v3 signals/closure-islocked')).told).toMatchObject({
				data: { attributes: { body: { value: isLocked } } }
			});
		}
	});

	test('what one revokes or ends, the other refuses at the next request', async ({ request }) => {
		for (const [here, there] of [
			[0, 1],
			[1, 0]
		] as const) {
			const app = await connected(request);
			const ended = await ask(app, at(here), 'v2.0 application', { method: 'DELETE' });
			expect(ended.status).toBe(200);
			for (const path of ['v2.0 odometer', 'v3 signals/odometer-traveleddistance', 'v3 signals']) {
				expect([path, (await ask(app, at(there), path)).status]).toEqual([path, 403]);
			}

			const other = await connected(request);
			const { clientId: client_id, clientSecret: client_secret } = other;
			const form = new URLSearchParams({ token: other.accessToken, client_id, client_secret });
			const revoked = await fetch(`${at(here)}/oauth/revoke`, { method: 'POST', body: form });
			expect(revoked.status).toBe(200);
			expect((await ask(other, at(there), 'v2.0 odometer')).status).toBe(401);
			expect((await ask(other, at(there), 'v3 signals')).status).toBe(401);
		}
	});

	test('a plan of 16 calls allows 16, whichever is asked', async ({ request }) => {
		const app = await connect(request);
		const saved = await request.post(`${at(0)}/apps/${app.clientId}/settings?/plan`, {
			headers: { origin: at(0), accept: 'text/html' },
			form: { monthlyCalls: '16' }
		});
		expect(saved.status()).toBe(200);
		// Six of them.
		await askEach(app);
		const answers = await Promise.all(
			Array.from({ length: 40 }, (_, index) =>
				ask(
					app,
					at(index % 2),
					index % 4 < 2 ? 'v2.0 odometer' : 'v3 signals/odometer-traveleddistance'
				)
			)
		);
		const statuses = answers.map(({ status }) => status);
		expect(new Set(statuses)).toEqual(new Set([200, 430]));
		expect(statuses.filter((status) => status === 200)).toHaveLength(10);
		// Nothing is left, on either.
		for (const index of [0, 1]) {
			expect((await ask(app, at(index), 'v2.0 odometer')).status).toBe(430);
		}
	});
}
