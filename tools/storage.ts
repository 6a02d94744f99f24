import type { Context } from '../src/lib/server/context.ts';
import type { Engine } from '../src/lib/server/engine.ts';
import { openKey } from '../src/lib/server/db/open-key.ts';
import { openSqlite } from '../src/lib/server/db/sqlite/sqlite.ts';
import { readKeyFile } from '../src/lib/server/key-file.ts';
import { requestContext } from '../src/lib/server/http/request-context.ts';
import { keyOf, randomKeyText } from '../src/lib/server/secret-key.ts';
import { readSettings } from '../src/lib/server/settings.ts';

/** A storage for a program beside the server, with contexts of this very moment. */
export async function openStorage(file: string): Promise<{
	readonly engine: Engine;
	readonly now: () => Context;
}> {
	const engine = openSqlite(file);
	const settings = readSettings({ DATABASE_URL: `file:${file}` });
	const key = await openKey(engine, settings);
	return { engine, now: () => requestContext(engine, settings, key) };
}

/** Does something with a storage that is closed again afterwards; a backup may lie without its key. */
export async function withStorage<T>(
	file: string,
	work: (context: Context) => Promise<T>
): Promise<T> {
	const engine = openSqlite(file);
	try {
		return await work(
			requestContext(engine, readSettings({}), keyOf(readKeyFile(file) ?? randomKeyText()))
		);
	} finally {
		await engine.close();
	}
}
