import { updateMonthlyLimit } from '#lib/server/applications/monthly-calls.ts';
import { updateV3Dialect } from '#lib/server/applications/v3-dialect.ts';
import { changePassword } from '#lib/server/connect/brand-passwords.ts';
import { disconnect } from '#lib/server/connect/disconnect.ts';
import { freezeClock } from '#lib/server/connect/rehearsal.ts';
import { revokeToken } from '#lib/server/connect/token/revoke.ts';
import type { Context } from '#lib/server/context.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { advanceRehearsal, resetRehearsal } from '#lib/server/fleet/clock.ts';
import { deleteVehicle } from '#lib/server/fleet/delete-vehicle.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { orderVehicle } from '#lib/server/fleet/order.ts';
import { fetchNow, tuneVehicle } from '#lib/server/fleet/tune.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../../support/connect.ts';
import { START } from '../../../support/storage.ts';
import { useTwoNodes } from '../../../support/two-nodes.ts';
import { newV3Client, type V3Client } from '../../../support/v3.ts';

const { one, other, heard } = useTwoNodes();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Has one car. */
const OWNER = 'owner@example.com';
const SCOPE = 'read_odometer read_security';
let client: V3Client;
/** The vehicle's own id and that of its connection. */
let vehicleId: string;
let connectionId: string;

beforeEach(async () => {
	client = await newV3Client(one(), { scope: SCOPE, username: OWNER });
	const [row] = await one().read(({ db }) => db.select().from(connections));
	if (!row) throw new TypeError('Nothing is connected');
	({ vehicleId, id: connectionId } = row);
	// From here on both have what they need to answer at once.
	for (const context of [one(), other(), one(), other()]) {
		expect(await statuses(context)).toEqual([200, 200, 200]);
	}
});

async function ask(context: Context, path: string, token: string, userId?: string) {
	const settings = { ...context.settings, rateLimits: false };
	const headers = {
		authorization: `Bearer ${token}`,
		...(userId !== undefined && { 'sc-user-id': userId })
	};
	return askFromWithin({ ...context, settings }, '192.0.2.7', path, { headers });
}

/** Of a signal, asked for by the token of the user and by that of the application, and of API v2. */
async function statuses(context: Context): Promise<readonly number[]> {
	const [told = ''] = client.vehicleIds;
	const signal = `/v3/vehicles/${told}/signals/odometer-traveleddistance`;
	const answers = [
		await ask(context, signal, client.user),
		await ask(context, signal, client.machine, client.userId),
		await ask(context, `/v2.0/vehicles/${told}/odometer`, client.user)
	];
	return answers.map(({ status }) => status);
}

const consent = (context: Context, scope: string) =>
	connect(context, client.clientId, { make: 'TESLA', scope }, { username: OWNER });

interface Change {
	readonly what: string;
	readonly change: (here: Context) => Promise<unknown>;
	/** Of the next request to either server. */
	readonly then: readonly number[];
}

const CHANGES: readonly Change[] = [
	{
		what: 'the owner takes the vehicle back',
		change: (here) => disconnect(here, client.clientId, connectionId),
		then: [403, 403, 403]
	},
	{
		what: 'the token is revoked',
		change: (here) =>
			here.write((transaction) =>
				revokeToken(transaction, { clientId: client.clientId }, client.user)
			),
		then: [401, 200, 401]
	},
	{
		what: 'the owner grants something else',
		change: (here) => consent(here, 'read_security'),
		then: [403, 403, 403]
	},
	{
		what: 'the plan allows no further call',
		change: (here) => updateMonthlyLimit(here, client.clientId, 0),
		then: [430, 430, 430]
	},
	{
		what: 'the password is changed at the brand',
		change: (here) => changePassword(here, vehicleId),
		then: [400, 400, 400]
	},
	{
		what: 'the vehicle leaves its account',
		change: (here) => deleteVehicle(here, vehicleId),
		then: [400, 400, 400]
	},
	{
		what: 'the clock is moved past the life of the tokens',
		change: (here) => advanceRehearsal(here, 3 * HOUR),
		then: [401, 401, 401]
	},
	{
		what: 'all is ended with a reset of the clock',
		change: (here) => resetRehearsal(here),
		then: [401, 401, 401]
	}
];

describe.each([
	['one', one, other],
	['the other', other, one]
] as const)('what changes on %s of two servers', (_name, here, there) => {
	it.each(CHANGES)('$what: the next request is answered by it', async ({ change, then }) => {
		await change(here());
		await heard();
		expect(await statuses(there())).toEqual(then);
		expect(await statuses(here())).toEqual(then);
	});

	it('a consent that is given back counts again', async () => {
		for (const [scope, expected] of [
			['read_security', 403],
			[SCOPE, 200],
			['read_security', 403]
		] as const) {
			await consent(here(), scope);
			await heard();
			const [, status] = await statuses(there());
			expect(status).toBe(expected);
		}
	});

	it('another dialect is spoken at once', async () => {
		const [told = ''] = client.vehicleIds;
		const path = `/v3/vehicles/${told}/signals/odometer-traveleddistance`;
		for (const dialect of ['2025', '2026'] as const) {
			await updateV3Dialect(here(), client.clientId, dialect);
			await heard();
			const body: unknown = await (await ask(there(), path, client.user)).json();
			expect(Object.hasOwn(Object(body), 'data')).toBe(dialect === '2026');
		}
	});

	it('a command and an event are read as soon as the platform fetched them', async () => {
		const [told = ''] = client.vehicleIds;
		const lockOf = async (time: number) => {
			const answer = await ask(there(time), `/v2.0/vehicles/${told}/security`, client.user);
			const body: unknown = await answer.json();
			return body !== null && typeof body === 'object' && 'isLocked' in body && body.isLocked;
		};
		const delays = { report: 0, every: MINUTE, ingest: 0 };
		await tuneVehicle(here(), vehicleId, { behaviour: 'vehicle', delays });
		await heard();
		for (const [minutes, locked] of [
			[1, false],
			[2, true],
			[3, false]
		] as const) {
			const time = START + minutes * MINUTE + 1;
			await (locked
				? orderVehicle(here(time), vehicleId, 'security-lock', {})
				: happenTo(here(time), vehicleId, { event: 'unlock' }));
			await heard();
			expect(await lockOf(time)).toBe(!locked);
			await fetchNow(here(time), vehicleId);
			await heard();
			expect(await lockOf(time)).toBe(locked);
		}
	});
});

describe('time that passes without anything being written', () => {
	it('ends tokens', async () => {
		const late = START + 3 * HOUR;
		expect(await statuses(other(START + HOUR - 1))).toEqual([200, 200, 200]);
		expect(await statuses(other(late))).toEqual([401, 401, 401]);
	});

	it('changes what is read, until the clock is stopped', async () => {
		const [told = ''] = client.vehicleIds;
		const fetchedAt = async (time: number) => {
			const answer = await ask(other(time), `/v2.0/vehicles/${told}/odometer`, client.user);
			return Date.parse(answer.headers.get('sc-fetched-at') ?? '');
		};
		const first = await fetchedAt(START);
		expect(await fetchedAt(START + 5 * MINUTE)).toBe(first + 4 * MINUTE);
		expect(await fetchedAt(START + 10 * MINUTE)).toBe(first + 9 * MINUTE);
		await freezeClock(one(START + 10 * MINUTE), true);
		await heard();
		expect(await fetchedAt(START + 30 * MINUTE)).toBe(first + 9 * MINUTE);
	});
});
