import type { Context } from '../src/lib/server/context.ts';
import type { Engine } from '../src/lib/server/engine.ts';
import { openSqlite } from '../src/lib/server/db/sqlite/sqlite.ts';
import { requestContext } from '../src/lib/server/http/request-context.ts';
import { readSettings } from '../src/lib/server/settings.ts';

/** A storage for a program beside the server, with contexts of this very moment. */
export function openStorage(file: string): {
	readonly engine: Engine;
	readonly now: () => Context;
} {
	const engine = openSqlite(file);
	const settings = readSettings({});
	return { engine, now: () => requestContext(engine, settings) };
}

/** Does something with a storage that is closed again afterwards. */
export async function withStorage<T>(
	file: string,
	work: (context: Context) => Promise<T>
): Promise<T> {
	const { engine, now } = openStorage(file);
	try {
		return await work(now());
	} finally {
		await engine.close();
	}
}
