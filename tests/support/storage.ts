import { contextOf, type Context } from '#lib/server/context.ts';
import type { Engine } from '#lib/server/db/engine.ts';
import { openSqlite } from '#lib/server/db/sqlite.ts';
import { readSettings } from '#lib/server/settings.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A folder of the test's own, removed afterwards. */
export function useFolder(): { path: string } {
	const folder = { path: '' };
	beforeEach(() => {
		folder.path = mkdtempSync(join(tmpdir(), 'valetkey-test-'));
	});
	afterEach(() => rmSync(folder.path, { recursive: true, force: true }));
	return folder;
}

/** The time that tests begin at: 23 November 2026, 14:02 UTC. */
export const START = Date.UTC(2026, 10, 23, 14, 2);

export interface TestStorage {
	/** Of a local operator, at {@link START}. */
	readonly context: Context;
	/** The same storage at another time, in milliseconds since 1970. */
	at(time: number): Context;
}

/** Gives every test of the file a real, empty database, and contexts whose clock stands still. */
export function useStorage(): TestStorage {
	let engine: Engine | null = null;
	beforeEach(() => {
		engine = openSqlite(':memory:');
	});
	afterEach(async () => {
		await engine?.close();
		engine = null;
	});
	const at = (time: number) => {
		if (!engine) throw new TypeError('There is a storage inside of a test only.');
		return testContext(engine, time);
	};
	return {
		get context() {
			return at(START);
		},
		at
	};
}

/** A context of the local operator over any storage. */
export function testContext(engine: Engine, time = START): Context {
	return contextOf(engine, {
		actor: { id: 'local', name: 'You' },
		now: time,
		machineNow: time,
		settings: readSettings({})
	});
}
