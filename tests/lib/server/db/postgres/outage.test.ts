import type { Db, Engine } from '#lib/server/engine.ts';
import { openPostgres } from '#lib/server/db/postgres/postgres.ts';
import { milestones } from '#lib/server/db/schema.ts';
import { checkStorage } from '#lib/server/health.ts';
import { sql } from 'drizzle-orm';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withConnection } from '../../../../../tools/postgres-server.ts';
import { Line } from '../../../../support/line.ts';
import { testContext } from '../../../../support/storage.ts';
import { useTestDatabase, type TestDatabase } from '../../../../support/test-database.ts';

/** Milliseconds after which what does not answer is given up; more than what does answer ever takes. */
const WAIT = 2000;

let database: TestDatabase;
let line: Line;
let engine: Engine;

beforeAll(async () => {
	database = await useTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
	await database.empty();
	line = await Line.to(database.url);
});
afterEach(async () => {
	await engine.close();
	await line.cut();
});

const count = async (db: Db) => (await db.select().from(milestones)).length;
const insert = (db: Db) => db.insert(milestones).values({ name: 'a', reachedAt: 1 });
/** What of a revision does not follow from what others write on the same server. */
const lastWord = (revision: string) => revision.split(' ').at(-1);
const sleep = (seconds: number) => (db: Db) =>
	db.select({ slept: sql`pg_sleep(${seconds})` }).from(sql`(values (1)) as one`);

describe('while the server is gone', () => {
	it('everything says so in words, and works again by itself once it is back', async () => {
		engine = await openPostgres(line.url);
		expect(await engine.read(count)).toBe(0);
		await line.cut();
		const gone = { name: 'StorageError', code: 'unreachable' };
		await expect(engine.read(count)).rejects.toMatchObject(gone);
		await expect(engine.write(count)).rejects.toMatchObject(gone);
		await expect(engine.revision()).rejects.toMatchObject(gone);
		expect(await checkStorage(testContext(engine))).toMatchObject({
			ok: false,
			code: 'unreachable'
		});
		await line.mend();
		expect(await engine.read(count)).toBe(0);
		expect(await checkStorage(testContext(engine))).toEqual({ ok: true });
	});

	it('what was kept before counts no more after it', async () => {
		engine = await openPostgres(line.url, { connections: 1 });
		const revisionRead = () => engine.read(async (_db, _time, revision) => revision());
		const connectionsIn = async () => [await engine.revision(), await revisionRead()].map(lastWord);
		const before = await connectionsIn();
		expect(await connectionsIn()).toEqual(before);
		await line.cut();
		await line.mend();
		for (const [index, after] of (await connectionsIn()).entries()) {
			expect(after).not.toBe(before[index]);
		}
	});

	it('a short interruption is not noticed', async () => {
		engine = await openPostgres(line.url, { connections: 3 });
		await Promise.all([engine.read(count), engine.read(count), engine.read(count)]);
		await line.cut();
		await line.mend();
		expect(await Promise.all([engine.read(count), engine.write(count)])).toEqual([0, 0]);
	});

	it('a read whose connection breaks at its end is done again', async () => {
		engine = await openPostgres(line.url);
		line.breaksAt = 'commit';
		expect(await engine.read(count)).toBe(0);
		expect(line.breaksAt).toBeNull();
	});

	it.each([0, 20])('one that falls silent %i ms before a question is asked once', async (later) => {
		engine = await openPostgres(`${line.url}?query_timeout=${WAIT}`, { patience: WAIT });
		await Promise.all(Array.from({ length: 4 }, () => engine.read(sleep(0.1))));
		line.isSilent = true;
		let times = 0;
		const read = engine.read(async (db) => {
			times += 1;
			await pause(later);
			return count(db);
		});
		await expect(read).rejects.toMatchObject({ name: 'StorageError', code: 'slow' });
		expect(times).toBe(1);
		line.isSilent = false;
	});

	it('nobody waits for ever for an answer that does not come', async () => {
		engine = await openPostgres(`${line.url}?query_timeout=${WAIT}`, { patience: WAIT });
		await engine.read(count);
		line.isSilent = true;
		await expect(engine.read(count)).rejects.toMatchObject({ name: 'StorageError' });
		line.isSilent = false;
		expect(await engine.read(count)).toBe(0);
	});
});

describe('a server that is there', () => {
	it('and takes too long is not waited for', async () => {
		engine = await openPostgres(`${database.url}?statement_timeout=${WAIT}`);
		await expect(engine.read(sleep(30))).rejects.toMatchObject({ code: 'slow' });
		expect(await engine.read(count)).toBe(0);
	});

	it('and whose connections are all in use is waited for only a while', async () => {
		engine = await openPostgres(database.url, { connections: 1, patience: WAIT });
		let goOn = () => {};
		const held = engine.read(() => new Promise<void>((resolve) => (goOn = resolve)));
		await expect(engine.read(count)).rejects.toMatchObject({ code: 'exhausted' });
		goOn();
		await held;
		expect(await engine.read(count)).toBe(0);
	});

	it('and takes no writes any more says so, and what is only read is answered', async () => {
		const name = new URL(database.url).pathname.slice(1);
		const admin = (text: string) => withConnection(database.url, (client) => client.query(text));
		engine = await openPostgres(line.url);
		await admin(`alter database ${name} set default_transaction_read_only = on`);
		try {
			await line.cut();
			await line.mend();
			await expect(engine.write(insert)).rejects.toMatchObject({ code: 'standby' });
			expect(await engine.read(count)).toBe(0);
			expect(await checkStorage(testContext(engine))).toMatchObject({ ok: false, code: 'standby' });
		} finally {
			await admin(
				`begin read write; alter database ${name} reset default_transaction_read_only; commit`
			);
		}
	});

	it('and takes a right away says so, and is used again once it gives it back', async () => {
		const admin = (text: string) => withConnection(database.url, (client) => client.query(text));
		const user = new URL(database.url);
		user.username = 'valetkey_limited';
		await admin(
			'create role valetkey_limited login; grant select, insert, update, delete on all tables in schema public to valetkey_limited'
		);
		try {
			engine = await openPostgres(user.href);
			await admin('revoke insert, update on milestones from valetkey_limited');
			await expect(engine.write(insert)).rejects.toMatchObject({
				name: 'StorageError',
				code: 'rights'
			});
			expect(await engine.read(count)).toBe(0);
			expect(await checkStorage(testContext(engine))).toMatchObject({ ok: false, code: 'rights' });
			await admin('grant insert, update on milestones to valetkey_limited');
			await engine.write(insert);
			expect(await engine.read(count)).toBe(1);
		} finally {
			await engine.close();
			await admin('drop owned by valetkey_limited; drop role valetkey_limited');
		}
	});

	it('and lacks a table fails the look at its health', async () => {
		engine = await openPostgres(database.url);
		await withConnection(database.url, (client) =>
			client.query('alter table milestones rename to elsewhere')
		);
		try {
			expect(await checkStorage(testContext(engine))).toMatchObject({ ok: false });
		} finally {
			await withConnection(database.url, (client) =>
				client.query('alter table elsewhere rename to milestones')
			);
		}
		expect(await checkStorage(testContext(engine))).toEqual({ ok: true });
	});
});
