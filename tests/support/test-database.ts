import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { databaseAt, withConnection } from '../../tools/postgres-server.ts';
import { TEMPLATE } from './postgres.ts';

/** A database of PostgreSQL that nobody else uses for as long as a test file runs. */
export interface TestDatabase {
	readonly url: string;
	/** Takes all rows out of it. */
	empty(): Promise<void>;
	close(): Promise<void>;
}

/** A database of the test's own, which it may spoil; without tables. */
export async function createEmptyDatabase(options = ''): Promise<string> {
	const name = `valetkey_test_own_${randomBytes(6).toString('hex')}`;
	const server = serverOfRun();
	await withConnection(server, (client) => client.query(`create database ${name} ${options}`));
	return databaseAt(server, name);
}

/** For files whose tests are all skipped: what comes before the first of them runs all the same. */
const NONE: TestDatabase = { url: '', empty: async () => {}, close: async () => {} };

/** One for each worker, whose test files run one after the other: to create one takes a while. */
export async function useTestDatabase(): Promise<TestDatabase> {
	if (inject('postgres') === null) return NONE;
	const url = await createDatabase(`valetkey_test_${process.env.VITEST_POOL_ID ?? '1'}`);
	const client = new pg.Client(url);
	await client.connect();
	const { rows } = await client.query(`select format('delete from %I', relname) as text
		from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migrations'
		order by relname <> 'applications',
			exists (select from pg_constraint where conrelid = pg_class.oid and contype = 'f')`);
	// Those first on which others hang, which go with them: with an application also what is kept while
	// it is there. To truncate takes a hundred times as long.
	const statements = rows.map(({ text }) => String(text)).join(';');
	return {
		url,
		empty: async () => void (await client.query(statements)),
		close: () => client.end()
	};
}

/**
 * On the server that the test run brought, with the tables and without rows unless it is there already.
 *
 * @returns its address
 */
async function createDatabase(name: string): Promise<string> {
	const server = serverOfRun();
	await withConnection(server, async (client) => {
		const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
		if (rowCount === 0) await client.query(`create database ${name} template ${TEMPLATE}`);
	});
	return databaseAt(server, name);
}

function serverOfRun(): string {
	const server = inject('postgres');
	if (server === null) throw new TypeError('There is no PostgreSQL for the tests.');
	return server;
}
