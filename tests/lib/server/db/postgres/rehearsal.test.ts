import type { Engine, Work } from '#lib/server/engine.ts';
import { openPostgres } from '#lib/server/db/postgres/postgres.ts';
import { milestones, rehearsal } from '#lib/server/db/schema.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { useTestDatabase, type TestDatabase } from '../../../../support/test-database.ts';

let database: TestDatabase;
let one: Engine;
let other: Engine;

beforeAll(async () => {
	database = await useTestDatabase();
});
beforeEach(async () => {
	await database.empty();
	[one, other] = await Promise.all([openPostgres(database.url), openPostgres(database.url)]);
	await Promise.all([one, other].map((engine) => engine.read(ahead)));
});
afterEach(() => Promise.all([one.close(), other.close()]));
afterAll(() => database.close());

const ahead: Work<number> = async (_db, { offsetMs }) => offsetMs;
const frozenAt: Work<number | null> = async (_db, { frozenAt }) => frozenAt;
const moveTo = (engine: Engine, offsetMs: number) =>
	engine.write(async (db) => {
		await db.delete(rehearsal);
		await db.insert(rehearsal).values({ id: 1, offsetMs, movedAt: 0 });
	});
const names = () => other.read((db) => db.select({ name: milestones.name }).from(milestones));

it.each(['read', 'write', 'writeTogether'] as const)(
	'a %s sees that another server moved the rehearsal’s clock a moment ago',
	async (kind) => {
		for (const offsetMs of [5000, 9000, 0]) {
			await moveTo(one, offsetMs);
			expect(await other[kind](ahead)).toBe(offsetMs);
		}
	}
);

it('a read sees that another server let the clock stand still, and go on', async () => {
	await moveTo(one, 5000);
	for (const time of [123_456, 123_457, null]) {
		await one.write((db) => db.update(rehearsal).set({ frozenAt: time }));
		expect(await other.read(frozenAt)).toBe(time);
	}
});

it('what was done by the former time is taken back, and done once more', async () => {
	await moveTo(one, 5000);
	const seen: number[] = [];
	await other.write(async (db, { offsetMs: ahead }) => {
		seen.push(ahead);
		await db.insert(milestones).values({ name: `at ${ahead}`, reachedAt: 0 });
	});
	await other.write(ahead);
	expect(seen).toEqual([0, 5000]);
	expect(await names()).toEqual([{ name: 'at 5000' }]);
});

it('what failed by the former time alone succeeds', async () => {
	await moveTo(one, 5000);
	const work: Work<string> = async (db, { offsetMs: ahead }) => {
		await db.insert(milestones).values({ name: 'once', reachedAt: 0 });
		if (ahead === 0) throw new RangeError('by the former time');
		return 'done';
	};
	expect(await other.write(work)).toBe('done');
	expect(await names()).toEqual([{ name: 'once' }]);
});

it('a transaction under way keeps the time that it saw at its start', async () => {
	await other.read(async (db, { offsetMs: ahead }) => {
		await db.select().from(rehearsal);
		await moveTo(one, 5000);
		expect(await db.select().from(rehearsal)).toEqual([]);
		expect(ahead).toBe(0);
	});
	expect(await other.read(ahead)).toBe(5000);
});

it('a write under way while the clock is moved comes before it or is done again', async () => {
	const seen: number[] = [];
	await other.write(async (db, { offsetMs: ahead }) => {
		seen.push(ahead);
		await db.insert(milestones).values({ name: `write ${seen.length}`, reachedAt: ahead });
		if (seen.length === 1) await moveTo(one, 5000);
	});
	const rows = await other.read((db) => db.select().from(milestones));
	expect(rows).toEqual([{ name: `write ${seen.length}`, reachedAt: seen.at(-1) }]);
	expect(await other.read(ahead)).toBe(5000);
});
