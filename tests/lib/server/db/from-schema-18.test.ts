import { readClock } from '#lib/server/connect/rehearsal.ts';
import { applications } from '#lib/server/db/schema.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { vehicleLives } from '#lib/server/db/vehicle-schema.ts';
import type { Context } from '#lib/server/context.ts';
import type { Engine } from '#lib/server/engine.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openOlder } from '../../../support/older-storage.ts';
import { testContext, useFolder } from '../../../support/storage.ts';
import { refreshBy, tokensOf } from '../../../support/tokens.ts';
import { vehicleNow } from '../../../support/vehicles.ts';

// Runs on both engines, as what calls useStorage() does.
const folder = useFolder();
const FILES = 'tests/lib/server/db/files/schema-18';
const HOUR = 3_600_000;

/** What the version that wrote the file told its application. */
const Told = z.object({
	time: z.number(),
	clientId: z.string(),
	secret: z.string(),
	access: z.string(),
	refresh: z.string(),
	connections: z.array(z.object({ id: z.string(), vehicle: z.string(), username: z.string() }))
});
const told = Told.parse(JSON.parse(readFileSync(`${FILES}.json`, 'utf8')));

let engine: Engine;
let context: Context;
beforeEach(async () => {
	engine = await openOlder(`${FILES}.db`, folder.path, '0011_vehicles_live');
	context = testContext(engine, told.time);
});
afterEach(() => engine.close());

const vehicleOf = (username: string) =>
	told.connections.find((one) => one.username === username)?.vehicle ?? '';

describe('a database of the version before vehicles lived', () => {
	it('goes on by the clock that was moved, which now can stand still', async () => {
		expect(await readClock(context)).toEqual({
			...{ now: told.time + 3 * HOUR, offsetMs: 3 * HOUR, frozen: false }
		});
	});

	it('has every connection, none of which has to be signed in to again', async () => {
		const rows = await context.read(({ db }) => db.select().from(connections));
		expect(rows.map(({ id }) => id).sort()).toEqual(told.connections.map(({ id }) => id).sort());
		expect(new Set(rows.map(({ passwordChanges }) => passwordChanges))).toEqual(new Set([0]));
	});

	it('has applications that let every vehicle in, without a limit of calls', async () => {
		const [application] = await context.read(({ db }) => db.select().from(applications));
		expect(application).toMatchObject({
			...{ clientId: told.clientId, v3Dialect: '2026', powertrainFilter: null, monthlyCalls: null }
		});
	});

	it('has vehicles that live as they were born, and to which something may happen', async () => {
		const volt = vehicleOf('2-vehicles@smartcar.com');
		const audi = await vehicleNow(context, vehicleOf('0scaudi037a5adb1c@bev.smartcar.com'));
		expect(audi).toMatchObject({ profile: { id: 'audi-e-tron' }, addedAt: null, deletedAt: null });
		expect(await context.read(({ db }) => db.select().from(vehicleLives))).toEqual([]);
		expect(await happenTo(context, volt, { event: 'unlock' })).toMatchObject({ ok: true });
		expect((await vehicleNow(context, volt)).life.state.lock.locked).toBe(false);
	});

	it('has tokens that reach the same vehicles', async () => {
		const renewed = tokensOf(await refreshBy(context, told, told.refresh));
		const two = told.connections.filter(({ username }) => username === '2-vehicles@smartcar.com');
		for (const access of [told.access, renewed.access]) {
			const headers = { authorization: `Bearer ${access}` };
			const answer = await askFromWithin(context, '192.0.2.1', '/v2.0/vehicles', { headers });
			const { vehicles } = z.object({ vehicles: z.array(z.string()) }).parse(await answer.json());
			expect(vehicles.toSorted()).toEqual(two.map(({ vehicle }) => vehicle).toSorted());
		}
	});
});
