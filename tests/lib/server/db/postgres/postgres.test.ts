import type { Db, Engine } from '#lib/server/engine.ts';
import { openPostgres } from '#lib/server/db/postgres/postgres.ts';
import { milestones } from '#lib/server/db/schema.ts';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { withConnection } from '../../../../../tools/postgres-server.ts';
import { useTestDatabase, type TestDatabase } from '../../../../support/test-database.ts';

let database: TestDatabase;
let engine: Engine;

beforeAll(async () => {
	database = await useTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
	await database.empty();
	engine = await openPostgres(database.url, { connections: 6 });
});
afterEach(() => engine.close());

const insert =
	(name: string, reachedAt = 0) =>
	async (db: Db) => {
		await db.insert(milestones).values({ name, reachedAt });
		return name;
	};

const count = async (db: Db) => (await db.select().from(milestones)).length;

/** As an outage of the server, or somebody who looks after it, ends a connection. */
const endConnection = (db: Db) =>
	db.select({ ended: sql`pg_terminate_backend(pg_backend_pid())` }).from(sql`(values (1)) as one`);

it('compiles no statement, where one without an index seems to be worth it', async () => {
	const asked = engine.read((db) =>
		db.select({ jit: sql`current_setting('jit')` }).from(sql`(values (1)) as one`)
	);
	expect(await asked).toEqual([{ jit: 'off' }]);
});

describe('write', () => {
	it('of many at once builds each on what those before it left', async () => {
		await engine.write(insert('visits'));
		const visit = () =>
			engine.write(async (db) => {
				const [row] = await db.select().from(milestones);
				const reachedAt = (row?.reachedAt ?? 0) + 1;
				await db.update(milestones).set({ reachedAt }).where(eq(milestones.name, 'visits'));
				return reachedAt;
			});
		const numbers = await Promise.all(Array.from({ length: 12 }, visit));
		expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
	});

	it('keeps a limit that is counted before, however many ask at once', async () => {
		const outcomes = await Promise.all(
			Array.from({ length: 12 }, (_, number) =>
				engine.write(async (db) => {
					if ((await count(db)) >= 3) return 'full';
					await insert(`number ${number}`)(db);
					return 'made';
				})
			)
		);
		expect(outcomes.filter((outcome) => outcome === 'made')).toHaveLength(3);
		expect(await engine.read(count)).toBe(3);
	});

	it('is done in the end, however often others were in its way', async () => {
		let runs = 0;
		const work = async (db: Db) => {
			runs += 1;
			if (runs <= 20) throw Object.assign(new Error('could not serialize'), { code: '40001' });
			return insert('late')(db);
		};
		expect(await engine.write(work)).toBe('late');
		expect(await engine.read(count)).toBe(1);
	});

	it('is given up in words when others are always in its way', async () => {
		let runs = 0;
		const work = () => {
			runs += 1;
			return Promise.reject(Object.assign(new Error('could not serialize'), { code: '40001' }));
		};
		await expect(engine.write(work)).rejects.toMatchObject({
			name: 'StorageError',
			code: 'contended'
		});
		expect(runs).toBeGreaterThan(3);
	});

	it('changes nothing when it throws, and leaves the connection fit for the next', async () => {
		const failing = async (db: Db) => {
			await insert('half')(db);
			throw new RangeError('no');
		};
		await expect(engine.write(failing)).rejects.toThrow(new RangeError('no'));
		expect(await engine.write(insert('whole'))).toBe('whole');
		expect(await engine.read(count)).toBe(1);
	});

	it('never passes for done when one of its statements failed', async () => {
		const careless = async (db: Db) => {
			await insert('a')(db);
			await insert('a')(db).catch(() => {});
		};
		await expect(engine.write(careless)).rejects.toThrow(TypeError);
		expect(await engine.read(count)).toBe(0);
	});

	it('is done again when its connection is lost before the commit', async () => {
		let runs = 0;
		await engine.write(async (db) => {
			runs += 1;
			await insert(`run ${runs}`)(db);
			if (runs === 1) await endConnection(db);
		});
		expect(runs).toBe(2);
		expect(
			await engine.read((db) => db.select({ name: milestones.name }).from(milestones))
		).toEqual([{ name: 'run 2' }]);
	});

	it('says that nobody knows its outcome when the connection is lost during the commit', async () => {
		await withConnection(database.url, (client) =>
			client.query(`
				create function end_at_commit() returns trigger language plpgsql as
					$$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
				create constraint trigger ends after insert on milestones deferrable initially deferred
					for each row execute function end_at_commit()`)
		);
		try {
			await expect(engine.write(insert('lost'))).rejects.toMatchObject({ code: 'uncertain' });
		} finally {
			await withConnection(database.url, (client) =>
				client.query('drop function end_at_commit cascade')
			);
		}
		expect(await engine.write(insert('kept'))).toBe('kept');
	});
});

describe('read', () => {
	it('sees one state, whatever is written meanwhile', async () => {
		const counts = await engine.read(async (db) => {
			const before = await count(db);
			await engine.write(insert('meanwhile'));
			return [before, await count(db)];
		});
		expect(counts).toEqual([0, 0]);
		expect(await engine.read(count)).toBe(1);
	});

	it('cannot write', async () => {
		await expect(engine.read(insert('a'))).rejects.toMatchObject({ name: 'StorageError' });
	});
});

describe('revision', () => {
	it('stays while nothing is written, and changes with a write of this program or another', async () => {
		const first = await vi.waitFor(
			async () => {
				const before = await engine.revision();
				await engine.read(count);
				expect(await engine.revision()).toBe(before);
				return before;
			},
			// Tests on other databases of the server write meanwhile, which changes it as well.
			{ timeout: 30_000 }
		);
		await engine.write(insert('mine'));
		const second = await engine.revision();
		expect(second).not.toBe(first);
		await withConnection(database.url, (client) =>
			client.query("insert into milestones values ('theirs', 1)")
		);
		expect(await engine.revision()).not.toBe(second);
	});

	it('never stands for two states: a commit that began before it was asked changes it', async () => {
		await withConnection(database.url, async (client) => {
			await client.query('begin');
			await client.query("insert into milestones values ('late', 1)");
			const before = await engine.revision();
			expect(await engine.read(count)).toBe(0);
			await client.query('commit');
			expect(await engine.read(count)).toBe(1);
			expect(await engine.revision()).not.toBe(before);
		});
	});
});

describe('close', () => {
	it('waits for what is under way, and may be asked for twice', async () => {
		const waiting = engine.write(insert('last'));
		await Promise.all([waiting, engine.close()]);
		await engine.close();
		await expect(engine.read(count)).rejects.toMatchObject({ code: 'unavailable' });
	});
});
