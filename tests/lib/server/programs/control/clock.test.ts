import { getApplication } from '#lib/server/applications/applications.ts';
import { createMachineClient } from '#lib/server/applications/machine-clients.ts';
import { findRun, rememberRun } from '#lib/server/connect/sample/runs.ts';
import { updateProtocol } from '#lib/server/applications/sandbox-settings.ts';
import type { Traveller } from '#lib/server/connect/journey/step.ts';
import { machineTokens } from '#lib/server/db/connect-schema.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { ClockAnswer } from '#lib/server/programs/control/answer-schemas.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { MOST_AHEAD } from '#lib/server/connect/rehearsal.ts';
import { findSession } from '#lib/server/connect/sessions.ts';
import { issueMachineToken } from '#lib/server/connect/token/machine-token.ts';
import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	CALLBACK,
	connect,
	newApplication,
	newSecret,
	newTraveller,
	sessionOf
} from '../../../../support/connect.ts';
import { control } from '../../../../support/control.ts';
import { oneVehicle } from '../../../../support/vehicles.ts';
import { AHEAD, REHEARSED_START, START, useStorage } from '../../../../support/storage.ts';
import { exchange, refreshBy, tokensOf, type Client } from '../../../../support/tokens.ts';

const storage = useStorage();
let client: Client;

beforeEach(async () => {
	const clientId = await newApplication(storage.context);
	client = { clientId, secret: await newSecret(storage.context, clientId) };
});

const ask = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
	const init = { method: 'GET', headers };
	return askFromWithin(storage.context, '192.0.2.1', path, init);
};
const readClock = async (): Promise<unknown> => (await ask('/sandbox/api/clock')).json();
const set = (body: unknown) => control(storage.context, 'clock', body);
const advance = async (time: string) => {
	expect((await set({ advance: time })).status).toBe(200);
};
const shows = (offsetMs: number) => ({
	now: new Date(START + offsetMs).toISOString(),
	offsetMs,
	frozen: false,
	fired: [],
	firedCount: 0
});

const NOTHING = {
	sessions: 0,
	codes: 0,
	accessTokens: 0,
	refreshTokens: 0,
	machineTokens: 0,
	connections: 0
};

const newCode = () => connect(storage.context, client.clientId);
const newTokens = async () => tokensOf(await trade(await newCode()));
const trade = (code: string) => exchange(storage.context, client, code);
const refresh = (token: string) => refreshBy(storage.context, client, token);
const statusOf = async (token: string) =>
	(await ask('/v2.0/vehicles', { authorization: `Bearer ${token}` })).status;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const sessionIn = async (traveller: Traveller) => (await sessionOf(storage.context, traveller)).id;

describe('the clock of the rehearsal', () => {
	it('is read, and moved on by seconds, minutes, hours and days', async () => {
		expect(await readClock()).toEqual(shows(AHEAD));
		let offsetMs = AHEAD;
		for (const [time, milliseconds] of [
			['90s', 90_000],
			['10m', 600_000],
			['2h', 7_200_000],
			['60d', 5_184_000_000]
		] as const) {
			offsetMs += milliseconds;
			expect((await set({ advance: time })).body).toEqual({ ...shows(offsetMs), ended: NOTHING });
			expect(await readClock()).toEqual(shows(offsetMs));
		}
	});

	it('ends a code after its ten minutes, and not a second before', async () => {
		const [early, late] = [await newCode(), await newCode()];
		await advance('599s');
		expect((await trade(early)).status).toBe(200);
		await advance('1s');
		expect((await trade(late)).status).toBe(400);
	});

	it('ends an access token after two hours, and its refresh token after sixty days', async () => {
		const { access, refresh: first } = await newTokens();
		await advance('7199s');
		expect(await statusOf(access)).toBe(200);
		await advance('1s');
		expect(await statusOf(access)).toBe(401);
		const { access: next, refresh: second } = tokensOf(await refresh(first));
		expect(await statusOf(next)).toBe(200);
		await advance('60d');
		expect((await refresh(second)).status).toBe(400);
	});

	it('ends a session that is left alone, and dates the next one by its time', async () => {
		const traveller = await newTraveller(storage.context, client.clientId);
		await advance('599s');
		expect(await findSession(storage.context, traveller)).toMatchObject({ kind: 'open' });
		await advance('1s');
		expect(await findSession(storage.context, traveller)).toMatchObject({ kind: 'over' });
		const next = await newTraveller(storage.context, client.clientId);
		const startedAt = REHEARSED_START + 600_000;
		expect(await sessionOf(storage.context, next)).toMatchObject({ startedAt });
	});

	it('leaves alone what goes by the machine’s', async () => {
		const run = { clientId: client.clientId, redirectUri: CALLBACK };
		await rememberRun(storage.context, 'browser', 'state', run);
		await advance('60d');
		expect(await findRun(storage.context, 'browser', 'state')).toEqual(run);
		const later = await newApplication(storage.context, 'Later');
		expect(await getApplication(storage.context, later)).toMatchObject({ createdAt: START });
	});

	it('stands still when it is told to, and goes on', async () => {
		expect((await set({ freeze: true })).body).toEqual({ ...shows(AHEAD), frozen: true });
		expect(await readClock()).toEqual({ ...shows(AHEAD), frozen: true });
		expect((await set({ freeze: false })).body).toEqual(shows(AHEAD));
	});

	it('tells what happened to vehicles while it moved on', async () => {
		const vehicleId = await oneVehicle(storage.context);
		await happenTo(storage.context, vehicleId, { event: 'plug-in' });
		const { body } = await set({ advance: '1d' });
		expect(body).toEqual({
			...shows(AHEAD + 86_400_000),
			fired: [{ at: expect.any(String), vehicleId, event: 'charge-ends' }],
			firedCount: 1,
			ended: NOTHING
		});
		expect(ClockAnswer.parse(body)).toEqual(body);
	});

	it('tells how many codes, tokens and sessions ended meanwhile, each once', async () => {
		await newTokens();
		await newCode();
		await newTraveller(storage.context, client.clientId);
		const ended = async (time: string) => (await set({ advance: time })).body.ended;
		expect(await ended('599s')).toEqual(NOTHING);
		expect(await ended('1s')).toEqual({ ...NOTHING, sessions: 1, codes: 1 });
		expect(await ended('2h')).toEqual({ ...NOTHING, accessTokens: 1 });
		expect(await ended('60d')).toEqual({ ...NOTHING, refreshTokens: 1, connections: 2 });
		await newTokens();
		await set({ reset: true });
		expect(await ended('90d')).toEqual(NOTHING);
	});

	it('lists what ended, in order and with what it came of', async () => {
		await newTokens();
		const session = await sessionIn(await newTraveller(storage.context, client.clientId));
		const machine = await createMachineClient(storage.context, client.clientId, 'CI');
		if (!machine.ok) throw new Error(machine.kind);
		await storage.context.write((transaction) => issueMachineToken(transaction, machine.id));
		const { body } = await set({ advance: '61d' });
		const { fired } = ClockAnswer.parse(body);
		const after = (time: number) => new Date(REHEARSED_START + time).toISOString();
		const { clientId } = client;
		const came = { clientId, sessionId: expect.stringMatching(/^[\w-]{20,}$/) };
		const expires = { at: after(60 * DAY), event: 'connection-expires', clientId };
		expect(fired).toEqual([
			{ at: after(600_000), event: 'session-ends', clientId, sessionId: session },
			{ at: after(HOUR), event: 'machine-token-ends', clientId, machineClientId: machine.id },
			{ at: after(2 * HOUR), event: 'access-token-ends', ...came },
			{ ...expires, connectionId: expect.any(String) },
			{ ...expires, connectionId: expect.any(String) },
			{ at: after(60 * DAY), event: 'refresh-token-ends', ...came }
		]);
		expect(body.firedCount).toBe(fired.length);
	});

	it('lets a connection run out with the last of its refresh tokens', async () => {
		const { refresh: token } = await newTokens();
		await advance('59d');
		await refresh(token);
		const ended = async (time: string) => (await set({ advance: time })).body.ended;
		expect(await ended('2d')).toEqual({ ...NOTHING, accessTokens: 1 });
		expect(await ended('58d')).toEqual({ ...NOTHING, refreshTokens: 1, connections: 2 });
	});

	it('counts sixty days from the consent where the rules are strict', async () => {
		await updateProtocol(storage.context, client.clientId, 'strict');
		const { refresh: token } = await newTokens();
		await advance('30d');
		await refresh(token);
		const { body } = await set({ advance: '30d' });
		expect(body.ended).toEqual({ ...NOTHING, accessTokens: 1, refreshTokens: 1, connections: 2 });
	});

	it('moves by what each asks for, however many do at once', async () => {
		await Promise.all(Array.from({ length: 8 }, () => advance('1h')));
		expect(await readClock()).toEqual(shows(AHEAD + 8 * 3_600_000));
	});
});

describe('reset', () => {
	it('goes back to the machine’s time, and ends what was begun before', async () => {
		const { access, refresh: token } = await newTokens();
		const code = await newCode();
		const traveller = await newTraveller(storage.context, client.clientId);
		const machine = await createMachineClient(storage.context, client.clientId, 'CI');
		if (!machine.ok) throw new Error(machine.kind);
		await storage.context.write((transaction) => issueMachineToken(transaction, machine.id));
		expect((await set({ reset: true })).body).toEqual(shows(0));
		expect(await readClock()).toEqual(shows(0));
		expect(await statusOf(access)).toBe(401);
		expect((await refresh(token)).status).toBe(400);
		expect((await trade(code)).status).toBe(400);
		// It was left at the time that the clock showed, which is this one now.
		expect(await sessionOf(storage.context, traveller)).toMatchObject({ endedAt: START });
		const left = await storage.context.read(({ db }) => db.select().from(machineTokens));
		expect(left).toEqual([]);
	});

	it('revives nothing that was over, although nobody looked at it then', async () => {
		await set({ reset: true });
		const { access } = await newTokens();
		const code = await newCode();
		await advance('60d');
		await set({ reset: true });
		expect(await statusOf(access)).toBe(401);
		expect((await trade(code)).status).toBe(400);
	});

	it('lets everything begin anew', async () => {
		await set({ reset: true });
		expect(await statusOf((await newTokens()).access)).toBe(200);
	});
});

describe('POST /sandbox/api/clock', () => {
	const ONE = 'Write one of advance, e.g. {"advance":"2h"}, {"freeze":true} and {"reset":true}.';
	const TIME = 'advance: Write a time from now on, such as 90s, 10m, 2h or 60d.';
	it.each([
		[{}, ONE],
		[{ advance: '2h', reset: true }, ONE],
		[{ advance: '2h', freeze: false }, ONE],
		[{ freeze: 'yes' }, 'freeze: Write true, or false to let it go on.'],
		[{ reset: false }, 'reset: Write true, or leave it out.'],
		[{ advance: 7200 }, TIME],
		[{ advance: '' }, TIME],
		[{ advance: '0h' }, TIME],
		[{ advance: '-2h' }, TIME],
		[{ advance: '2 h' }, TIME],
		[{ advance: '2w' }, TIME],
		[{ advance: '1.5h' }, TIME],
		[{ advance: '9999999999s' }, TIME],
		[{ advnce: '2h' }, '“advnce” is no key here; did you mean “advance”?']
	])('refuses %j', async (body, description) => {
		const answer = await set(body);
		expect(answer.status).toBe(400);
		expect(answer.body).toMatchObject({
			error: 'invalid_request',
			error_description: description
		});
		expect(await readClock()).toEqual(shows(AHEAD));
	});

	it('moves ten years at most', async () => {
		const left = Math.floor((MOST_AHEAD - AHEAD) / 1000);
		expect((await set({ advance: `${left + 1}s` })).body).toMatchObject({
			error: 'invalid_request',
			error_description:
				'advance: The rehearsal may be ahead of the machine by 3652 days at most; reset it first.'
		});
		await advance(`${left}s`);
		expect(MOST_AHEAD).toBeGreaterThan(LIFETIMES.refreshToken);
	});
});
