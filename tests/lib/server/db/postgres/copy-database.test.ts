import { createSecret, deleteSecret } from '#lib/server/applications/client-secrets.ts';
import { freezeClock } from '#lib/server/connect/rehearsal.ts';
import type { Context } from '#lib/server/context.ts';
import { permissionUses, vehicleCalls } from '#lib/server/db/call-schema.ts';
import { listTables } from '#lib/server/db/tables.ts';
import { copyStorage } from '#lib/server/db/transfer/transfer.ts';
import { openPostgres } from '#lib/server/db/postgres/postgres.ts';
import { addVehicle } from '#lib/server/fleet/add-vehicle.ts';
import { deleteVehicle } from '#lib/server/fleet/delete-vehicle.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { monthOf } from '#lib/server/month.ts';
import type { DatabasePlace } from '#lib/server/settings.ts';
import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { withConnection } from '../../../../../tools/postgres-server.ts';
import { connect, newApplication, newSecret, publishItems } from '../../../../support/connect.ts';
import { everything, type Row } from '../../../../support/everything.ts';
import { listConnections } from '../../../../support/list-connections.ts';
import { testContext, useFolder } from '../../../../support/storage.ts';
import { createEmptyDatabase } from '../../../../support/test-database.ts';
import { exchange } from '../../../../support/tokens.ts';

const folder = useFolder();
const file = (name = 'copy.db') => join(folder.path, name);

let url = '';
beforeEach(async () => {
	url = await createEmptyDatabase();
});

/** Fills a database of PostgreSQL as the sandbox does; gives back all that is in it. */
async function fill(): Promise<ReadonlyMap<string, readonly Row[]>> {
	const engine = await openPostgres(url);
	const context = testContext(engine);
	const clientId = await newApplication(context, 'Ⴀ “Planner” 🚗');
	await publishItems(context, clientId, 'make', 'vin');
	const secret = await newSecret(context, clientId);
	const code = await connect(context, clientId);
	await exchange(context, { clientId, secret }, code);
	await fillVehicles(context, clientId);
	const last = await createSecret(context, clientId, null);
	if (last.ok) await deleteSecret(context, clientId, last.id);
	const all = await everything(context);
	await engine.close();
	return all;
}

/** What is kept of vehicles, and of what apps asked of them. */
async function fillVehicles(context: Context, clientId: string): Promise<void> {
	const [connection] = await listConnections(context, clientId);
	if (!connection) throw new TypeError('No connection');
	const { id: connectionId, vehicle } = connection;
	await happenTo(context, vehicle.id, { event: 'routine', routine: 'commuter' });
	const added = await addVehicle(context, { profile: 'kia-ev6' });
	if (added.ok) await deleteVehicle(context, added.id);
	await freezeClock(context, true);
	await context.write(async ({ db, now }) => {
		const calls = { clientId, vehicleId: vehicle.id, month: monthOf(now), calls: 7 };
		await db.insert(vehicleCalls).values(calls);
		const permission = 'read_battery';
		await db.insert(permissionUses).values({ connectionId, permission, lastUsedAt: now });
	});
}

async function contentsOf(place: string): Promise<ReadonlyMap<string, readonly Row[]>> {
	const engine = await openPostgres(place);
	const all = await everything(testContext(engine));
	await engine.close();
	return all;
}

const rowsOf = (all: ReadonlyMap<string, readonly Row[]>) =>
	[...all].map(([name, rows]) => ({ name, rows: rows.length }));

describe('copyStorage', () => {
	it('brings everything to SQLite and back, unchanged, and counts it', async () => {
		const before = await fill();
		expect(rowsOf(before).filter(({ rows }) => rows > 0).length).toBeGreaterThan(12);
		const counted = await copyStorage({ url }, { file: file() });
		expect(new Map(counted.map(({ name, rows }) => [name, rows]))).toEqual(
			new Map(rowsOf(before).map(({ name, rows }) => [name, rows]))
		);
		const back = await createEmptyDatabase();
		expect(await copyStorage({ file: file() }, { url: back })).toEqual(counted);
		expect(await contentsOf(back)).toEqual(before);
		const again = await createEmptyDatabase();
		expect(await copyStorage({ url: back }, { url: again })).toEqual(counted);
		expect(await contentsOf(again)).toEqual(before);
	});

	it('goes on counting where the source was, so that no number comes again', async () => {
		await fill();
		await copyStorage({ url }, { file: file() });
		const back = await createEmptyDatabase();
		await copyStorage({ file: file() }, { url: back });
		const next = async (place: string) =>
			(
				await withConnection(place, (client) =>
					client.query("select nextval(pg_get_serial_sequence('client_secrets', 'id')) as next")
				)
			).rows as unknown;
		expect(await next(back)).toEqual(await next(url));
	});

	it('copies more rows than fit into one go', async () => {
		const engine = await openPostgres(url);
		await engine.close();
		await withConnection(url, (client) =>
			client.query("insert into milestones select 'name ' || n, n from generate_series(1, 1234) n")
		);
		const counted = await copyStorage({ url }, { file: file() });
		expect(counted).toContainEqual({ name: 'milestones', rows: 1234 });
		const sqlite = new Database(file());
		expect(sqlite.prepare('select sum(reached_at) from milestones').pluck().get()).toBe(761_995);
		sqlite.close();
	});

	it('keeps the guards of the target: what hangs together and what is never changed', async () => {
		await fill();
		await copyStorage({ url }, { file: file() });
		const sqlite = new Database(file());
		expect(sqlite.pragma('foreign_key_check')).toEqual([]);
		expect(() => sqlite.exec("update versions set scope = 'read_vin'")).toThrow(/never changed/);
		expect(() => sqlite.exec("update consents set by = 'app'")).toThrow(/never changed/);
		sqlite.close();
	});

	it('refuses a target that holds something, and leaves it as it is', async () => {
		const before = await fill();
		await copyStorage({ url }, { file: file() });
		await expect(copyStorage({ url }, { file: file() })).rejects.toMatchObject({ code: 'filled' });
		await expect(copyStorage({ file: file() }, { url })).rejects.toMatchObject({ code: 'filled' });
		expect(await contentsOf(url)).toEqual(before);
	});

	it('leaves nothing in the target when it fails half-way', async () => {
		await fill();
		const target = await createEmptyDatabase();
		await (await openPostgres(target)).close();
		await withConnection(target, (client) =>
			client.query("alter table versions add check (scope = 'nothing')")
		);
		await expect(copyStorage({ url }, { url: target })).rejects.toThrow(/check constraint/);
		for (const { rows } of rowsOf(await contentsOf(target))) expect(rows).toBe(0);
	});

	it('notices what a target made of it', async () => {
		await fill();
		const target = await createEmptyDatabase();
		await (await openPostgres(target)).close();
		await withConnection(target, (client) =>
			client.query(`create function shout() returns trigger language plpgsql as
				$$ begin new.name := upper(new.name); return new; end $$;
				create trigger shout before insert on applications for each row execute function shout()`)
		);
		await expect(copyStorage({ url }, { url: target })).rejects.toMatchObject({
			code: 'different',
			message: expect.stringContaining('(applications)')
		});
	});

	it.each<[string, () => DatabasePlace, string]>([
		['is not there', () => ({ file: file('nowhere.db') }), 'absent'],
		['is empty', () => ({ url }), 'older']
	])('refuses a source that %s', async (_title, from, code) => {
		await expect(copyStorage(from(), { file: file() })).rejects.toMatchObject({ code });
		expect(existsSync(file('nowhere.db'))).toBe(false);
	});
});

it('every table comes after those that its rows hang on', () => {
	const seen = new Set<string>();
	for (const { name, parents } of listTables()) {
		for (const parent of parents) expect(parent === name || seen.has(parent), name).toBe(true);
		seen.add(name);
	}
	expect(seen.size).toBeGreaterThan(15);
});
