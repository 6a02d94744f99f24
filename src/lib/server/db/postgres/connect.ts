import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Db } from '../../engine.ts';

/** Milliseconds to wait for a new connection, or for one that others use. */
export const PATIENCE = 5000;
/** Milliseconds that a statement may take, or wait for another's lock. */
const STATEMENT = 10_000;
const LOCK = 5000;
/** Milliseconds after which the server gives up a transaction in which nothing happens. */
const IDLE_IN_TRANSACTION = 10_000;
/**
 * A table read from end to end counts as read by everybody who writes to it: the planner takes that
 * way for small tables, and all writers would be in each other's (PostgreSQL, section 13.2.3).
 */
const BY_INDEX = '-c enable_seqscan=off';
/** Where no index leads, that makes the planner expect so much work that it would compile the statement first. */
const NOT_COMPILED = '-c jit=off';
/** Milliseconds without any answer after which a connection counts as gone. */
const SILENCE = 15_000;
/** Milliseconds that an unused connection is kept, and seconds after which each is made anew. */
const IDLE = 300_000;
const LIFETIME = 1800;

// Numbers of ours are counts and times, far below what a double holds.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// What it holds is parsed by whoever uses it.
pg.types.setTypeParser(pg.types.builtins.JSON, String);

/** What the address itself says about these goes before. */
function configure(url: string): pg.ClientConfig {
	return {
		connectionString: url,
		application_name: 'valetkey',
		keepAlive: true,
		connectionTimeoutMillis: PATIENCE,
		statement_timeout: STATEMENT,
		lock_timeout: LOCK,
		idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
		query_timeout: SILENCE,
		options: `${BY_INDEX} ${NOT_COMPILED}`
	};
}

export function createPool(url: string, connections: number, patience: number): pg.Pool {
	const pool = new pg.Pool({
		...configure(url),
		// What opens a transaction is sent together with its first statement.
		pipeline: true,
		max: connections,
		connectionTimeoutMillis: patience,
		idleTimeoutMillis: IDLE,
		maxLifetimeSeconds: LIFETIME
	});
	// A connection that breaks tells whoever uses it; one that nobody uses is replaced.
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	return pool;
}

/** A connection for the work of a start, which may take its time, whatever the address says. */
export async function connectOnce(url: string): Promise<pg.Client> {
	const patient = new URL(url);
	const limits = { statement_timeout: 0, lock_timeout: 0, query_timeout: 0 };
	for (const name of Object.keys(limits)) patient.searchParams.delete(name);
	const client = new pg.Client({ ...configure(patient.href), ...limits });
	client.on('error', () => {});
	await client.connect();
	return client;
}

/** Where the database is and who asks, without the password. */
export function describeServer(url: string): string {
	const { username, host, pathname } = new URL(url);
	return `${username === '' ? '' : `${username}@`}${host}${pathname}`;
}

const handles = new WeakMap<pg.PoolClient, Db>();

/** Always the same one for a connection, so that what is prepared through it is prepared once. */
export function handleOf(client: pg.PoolClient): Db {
	const handle = handles.get(client) ?? asDb(client);
	handles.set(client, handle);
	return handle;
}

/** Its builders are used through the types of the other engine, which they fit in form. */
function asDb(client: pg.PoolClient): Db {
	return drizzle(client, { casing: 'snake_case' }) as unknown as Db;
}
