import { contextOf, type Context } from '#lib/server/context.ts';
import { isPostgres } from '#lib/server/db/engine-choice.ts';
import { rehearsal } from '#lib/server/db/schema.ts';
import type { Engine } from '#lib/server/engine.ts';
import { openPostgres } from '#lib/server/db/postgres/postgres.ts';
import { openFile } from '#lib/server/db/sqlite/open.ts';
import { openSqlite } from '#lib/server/db/sqlite/sqlite.ts';
import { keyOf } from '#lib/server/secret-key.ts';
import { readSettings } from '#lib/server/settings.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { useTestDatabase, type TestDatabase } from './test-database.ts';

/** A folder of the test's own, removed afterwards. */
export function useFolder(): { path: string } {
	const folder = { path: '' };
	beforeEach(() => {
		folder.path = mkdtempSync(join(tmpdir(), 'valetkey-test-'));
	});
	afterEach(() => rmSync(folder.path, { recursive: true, force: true }));
	return folder;
}

/** The time of the machine that tests begin at: 23 November 2026, 14:02 UTC. */
export const START = Date.UTC(2026, 10, 23, 14, 2);

/** Milliseconds by which the rehearsal is ahead of it: what took the one for the other shows. */
export const AHEAD = 9 * 24 * 60 * 60 * 1000 + 3_456_789;

/** The time of the rehearsal that tests begin at. */
export const REHEARSED_START = START + AHEAD;

export interface TestStorage {
	/** Of a local operator, at {@link START} by the machine, {@link REHEARSED_START} by the rehearsal. */
	readonly context: Context;
	/** The same storage at another time of the machine, in milliseconds since 1970. */
	at(time: number): Context;
	readonly engine: Engine;
	close(): Promise<void>;
}

/** Gives every test of the file a real, empty database, and contexts whose clock stands still. */
export function useStorage(): TestStorage {
	return isPostgres ? usePostgres() : useSqlite();
}

/**
 * The same where the engine has to be SQLite.
 *
 * @param file where it lies; in memory by default
 */
export function useSqlite(
	file = () => ':memory:'
): TestStorage & { readonly open: (file: string) => void } {
	const { current, storage } = holdEngine();
	const open = (path: string) => {
		current.engine = openSqlite(path, { readEmpty });
	};
	beforeEach(async () => {
		open(file());
		await goAhead(storage.engine);
	});
	afterEach(() => storage.close());
	return Object.assign(storage, { open });
}

let empty: Buffer | null = null;

/** Made once by each test file: to go through every migration takes longer than most tests. */
function readEmpty(): Buffer {
	if (empty === null) {
		const { sqlite, close } = openFile(':memory:');
		empty = sqlite.serialize();
		close();
	}
	return empty;
}

function usePostgres(): TestStorage {
	const { current, storage } = holdEngine();
	let database: TestDatabase;
	beforeAll(async () => {
		database = await useTestDatabase();
	});
	beforeEach(async () => {
		await database.empty();
		current.engine ??= await openPostgres(database.url);
		await goAhead(current.engine);
	});
	afterAll(async () => {
		await storage.close();
		await database.close();
	});
	return storage;
}

async function goAhead(engine: Engine): Promise<void> {
	const row = { id: 1, offsetMs: AHEAD, movedAt: START };
	await engine.write(async (db) => db.insert(rehearsal).values(row));
}

function holdEngine() {
	const current: { engine: Engine | null } = { engine: null };
	const engine = () => {
		if (!current.engine) throw new TypeError('The storage is not open.');
		return current.engine;
	};
	const storage: TestStorage = {
		get engine() {
			return engine();
		},
		get context() {
			return testContext(engine());
		},
		at: (time) => testContext(engine(), time),
		async close() {
			await current.engine?.close();
			current.engine = null;
		}
	};
	return { current, storage };
}

/** The key of all tests, which read a database that another one of them wrote. */
export const TEST_KEY = keyOf('a key of the tests, as good as any other');

/** A context of the local operator over any storage. */
export function testContext(
	engine: Engine,
	time = START,
	env: Readonly<Record<string, string>> = {}
): Context {
	return contextOf(engine, {
		actor: { kind: 'operator', id: 'local', name: 'You' },
		machineNow: time,
		settings: readSettings(env),
		key: TEST_KEY
	});
}
