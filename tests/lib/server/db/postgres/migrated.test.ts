import { openPostgres } from '#lib/server/db/postgres/postgres.ts';
import { SCHEMA } from '#lib/server/db/tables.ts';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, it } from 'vitest';
import { withConnection } from '../../../../../tools/postgres-server.ts';
import { createEmptyDatabase } from '../../../../support/test-database.ts';

/** A database that was made at once, and went through no migration. */
async function typedDatabase(): Promise<string> {
	const url = await createEmptyDatabase();
	const nothing = generateDrizzleJson({}, undefined, undefined, 'snake_case');
	const schema = generateDrizzleJson(SCHEMA, nothing.id, undefined, 'snake_case');
	const statements = await generateMigration(nothing, schema);
	await withConnection(url, async (client) => {
		for (const statement of statements) await client.query(statement);
	});
	return url;
}

const FACTS = {
	columns: `select format('%s.%s %s %s %s %s', table_name, column_name, data_type, is_nullable,
		column_default, is_identity) as fact from information_schema.columns where table_schema = 'public'`,
	indexes: `select indexdef as fact from pg_indexes where schemaname = 'public'`,
	// One is put off to the end of a transaction, which is typed nowhere.
	constraints: `select format('%s %s %s', conrelid::regclass, conname,
		replace(pg_get_constraintdef(oid), ' DEFERRABLE INITIALLY DEFERRED', '')) as fact
		from pg_constraint where connamespace = 'public'::regnamespace`
};

/** All that a database says of its tables. */
const factsOf = (url: string) =>
	withConnection(url, async (client) => {
		await client.query('drop table if exists migrations');
		const facts: Record<string, readonly unknown[]> = {};
		for (const [name, text] of Object.entries(FACTS)) {
			facts[name] = (await client.query(`${text} order by 1`)).rows;
		}
		return facts;
	});

it('the migrations lead to what is typed, not only by their notes', async () => {
	const url = await createEmptyDatabase();
	await (await openPostgres(url)).close();
	expect(await factsOf(url)).toEqual(await factsOf(await typedDatabase()));
});
