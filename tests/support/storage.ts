import { contextOf, type Context } from '#lib/server/context.ts';
import type { Engine } from '#lib/server/db/engine.ts';
import { openSqlite } from '#lib/server/db/sqlite/sqlite.ts';
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
	readonly engine: Engine;
	open(file: string): void;
	close(): Promise<void>;
}

/**
 * Gives every test of the file a real, empty database, and contexts whose clock stands still.
 *
 * @param file where it lies; in memory by default
 */
export function useStorage(file = () => ':memory:'): TestStorage {
	let current: Engine | null = null;
	const engine = () => {
		if (!current) throw new TypeError('The storage is not open.');
		return current;
	};
	const open = (path: string) => {
		current = openSqlite(path);
	};
	const close = async () => {
		await current?.close();
		current = null;
	};
	beforeEach(() => open(file()));
	afterEach(close);
	return {
		get engine() {
			return engine();
		},
		get context() {
			return testContext(engine());
		},
		at: (time) => testContext(engine(), time),
		open,
		close
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
