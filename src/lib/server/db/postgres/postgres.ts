import type { Engine } from '../../engine.ts';
import { connectOnce, createPool, describeServer, PATIENCE } from './connect.ts';
import { postgresFaultOf } from './faults.ts';
import { checkServer, migrateDatabase } from './migrate.ts';
import { ask, connectionsMade, transact } from './transact.ts';

/**
 * Of which transactions a statement sees the writes. Only within one run of the server: what takes its
 * place may count those of another past.
 */
const REVISION = `concat(pg_current_snapshot(), ' ', pg_postmaster_start_time())`;

const READ = {
	opening: `begin isolation level repeatable read, read only;
		select offset_ms, frozen_at, ${REVISION} as revision
		from (select 1) as always left join rehearsal on id = 1`,
	writes: false
} as const;
const TIME = 'select offset_ms, frozen_at from rehearsal where id = 1';
/** What was counted or looked for stays true until the commit. */
const WRITE = { opening: `begin isolation level serializable; ${TIME}`, writes: true } as const;
/**
 * Every transaction begins with a look at the clock, so that who locks that waits for those that go on
 * and lets none begin. A lock by itself takes no snapshot: what they wrote is seen.
 */
const ALONE = {
	opening: `begin isolation level serializable; lock table rehearsal in access exclusive mode; ${TIME}`,
	writes: true
} as const;

/**
 * Opens a database of PostgreSQL as the storage, which several servers may do at once.
 *
 * @param connections used at one time at most
 * @param patience milliseconds to wait for one of them
 * @param url `postgres://user:password@host:port/database`
 * @throws {StorageError} when it cannot be used; it is then left as it was
 */
export async function openPostgres(
	url: string,
	{ connections = 4, patience = PATIENCE, migrationsFolder = 'drizzle/postgres' } = {}
): Promise<Engine> {
	await prepareDatabase(url, migrationsFolder);
	const pool = createPool(url, connections, patience);
	return {
		read: (work) => transact(pool, READ, work),
		write: (work) => transact(pool, WRITE, work),
		/** The server itself lets commits of the same moment share a sync. */
		writeTogether: (work) => transact(pool, WRITE, work),
		writeAlone: (work) => transact(pool, ALONE, work),
		/** A snapshot tells of every write. */
		note: (work) => transact(pool, WRITE, work),
		async revision() {
			const snapshot = await ask(pool, `select ${REVISION}`);
			return `${snapshot} ${connectionsMade(pool)}`;
		},
		/** Needs the rights of a write, changes no row, and is synced to the disk all the same. */
		async probe() {
			await ask(
				pool,
				'with unchanged as (update milestones set reached_at = 0 where false returning 1) select pg_current_xact_id()::text from (select count(*) from applications where false) as seen'
			);
		},
		async close() {
			if (!pool.ending) await pool.end();
		}
	};
}

async function prepareDatabase(url: string, migrationsFolder: string): Promise<void> {
	const server = describeServer(url);
	try {
		const client = await connectOnce(url);
		try {
			await checkServer(client, server);
			await migrateDatabase(client, migrationsFolder, server);
		} finally {
			await client.end();
		}
	} catch (error) {
		throw postgresFaultOf(error, server) ?? error;
	}
}
