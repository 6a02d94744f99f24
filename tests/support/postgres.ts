import { openPostgres } from '#lib/server/db/postgres/postgres.ts';
import type { TestProject } from 'vitest/node';
import { databaseAt, startPostgres, withConnection } from '../../tools/postgres-server.ts';

/** Has the tables and no rows; the databases of the tests are copies of it. */
export const TEMPLATE = 'valetkey_template';

declare module 'vitest' {
	export interface ProvidedContext {
		/** Address of the server for the tests; null where none can be had. */
		postgres: string | null;
	}
}

/**
 * Brings a server for the tests that run on PostgreSQL: the one of `TEST_POSTGRES_URL`, whose user may
 * create databases, or one of its own.
 */
export default async function bringPostgres(project: TestProject): Promise<() => Promise<void>> {
	const named = process.env.TEST_POSTGRES_URL;
	const server = named ? { url: named, stop: async () => {} } : await startPostgres();
	project.provide('postgres', server?.url ?? null);
	if (server === null) {
		const message =
			'The PostgreSQL half of the tests did not run: install PostgreSQL, or set TEST_POSTGRES_URL to a server where databases can be created.';
		if (process.env.REQUIRE_POSTGRES) throw new Error(message);
		process.stderr.write(`${message}\n`);
		return async () => {};
	}
	const { url, stop } = server;
	await removeDatabases(url);
	await withConnection(url, (client) =>
		client.query(`create database ${TEMPLATE} encoding 'UTF8' template template0`)
	);
	const engine = await openPostgres(databaseAt(url, TEMPLATE));
	await engine.close();
	return async () => {
		if (named) await removeDatabases(url);
		await stop();
	};
}

/** Those of this run, and of one before that was ended in its middle. */
async function removeDatabases(url: string): Promise<void> {
	await withConnection(url, async (client) => {
		const { rows } = await client.query(
			"select format('drop database %I with (force)', datname) as text from pg_database where datname like 'valetkey\\_t%'"
		);
		for (const { text } of rows) await client.query(text);
	});
}
