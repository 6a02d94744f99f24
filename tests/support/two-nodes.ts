import { isPostgres } from '#lib/server/db/engine-choice.ts';
import { openPostgres } from '#lib/server/db/postgres/postgres.ts';
import { openSqlite } from '#lib/server/db/sqlite/sqlite.ts';
import type { Context } from '#lib/server/context.ts';
import type { Engine } from '#lib/server/engine.ts';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { START, testContext, useFolder } from './storage.ts';
import { createEmptyDatabase } from './test-database.ts';

/** Two servers over one database, which is empty when a test begins. */
export interface TwoNodes {
	/** A request to the first of them, at a time of the machine. */
	one(time?: number): Context;
	other(time?: number): Context;
	/** Servers hear of each other over a network: never in the same turn of the event loop. */
	heard(): Promise<unknown>;
}

export function useTwoNodes(): TwoNodes {
	const folder = useFolder();
	let engines: readonly Engine[] = [];
	beforeEach(async () => {
		const url = isPostgres ? await createEmptyDatabase() : '';
		const open = async () =>
			isPostgres ? openPostgres(url) : openSqlite(join(folder.path, 'valetkey.db'));
		engines = [await open(), await open()];
	});
	afterEach(async () => {
		for (const engine of engines) await engine.close();
	});
	const contextOf = (index: number, time: number) => {
		const engine = engines[index];
		if (!engine) throw new TypeError('The storage is not open.');
		return testContext(engine, time);
	};
	return {
		one: (time = START) => contextOf(0, time),
		other: (time = START) => contextOf(1, time),
		heard: () => new Promise((resolve) => setImmediate(resolve))
	};
}
