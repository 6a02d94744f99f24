import { openPostgres } from '#lib/server/db/postgres/postgres.ts';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { withConnection } from '../../../../../tools/postgres-server.ts';
import { recordSessions } from '../../../../support/connect-sessions.ts';
import { newApplication } from '../../../../support/connect.ts';
import { askForSessions, recordForLists, STATEMENTS } from '../../../../support/session-lists.ts';
import { testContext } from '../../../../support/storage.ts';
import { useTestDatabase, type TestDatabase } from '../../../../support/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await useTestDatabase();
});
afterAll(() => database.close());

/** So many that to walk through all of them is no choice. */
const OTHERS = 20_000;

/** Statements with their values that are sent while something is done. */
async function statementsOf(work: () => Promise<unknown>) {
	const query = vi.spyOn(pg.Client.prototype, 'query');
	await work();
	const calls: readonly (readonly unknown[])[] = query.mock.calls;
	query.mockRestore();
	return calls.flatMap(([statement, values]) => {
		const text: unknown = Object(statement)['text'] ?? statement;
		return typeof text === 'string' && text.includes('connect_sessions')
			? [{ text, values: Array.isArray(values) ? values : [] }]
			: [];
	});
}

it('counts and lists sessions by their index, and not through those of other applications', async () => {
	await database.empty();
	const engine = await openPostgres(database.url);
	try {
		const context = testContext(engine);
		const [mine, other] = [await newApplication(context), await newApplication(context)];
		await recordForLists(context, mine);
		await recordSessions(context, other, { id: 'many', outcome: 'granted', version: 7 });
		const statements = await statementsOf(() => askForSessions(context, mine));
		expect(statements).toHaveLength(STATEMENTS);
		await withConnection(database.url, async (client) => {
			const { rows: columns } = await client.query(
				`select quote_ident(column_name) as name from information_schema.columns
				where table_name = 'connect_sessions' and column_name <> 'id'`
			);
			const names = columns.map(({ name }) => String(name)).join(', ');
			await client.query(
				`insert into connect_sessions (id, ${names}) select id || number, ${names}
				from connect_sessions, generate_series(1, ${OTHERS}) as number where id = 'many'`
			);
			await client.query('analyze connect_sessions');
			for (const { text, values } of statements) {
				const { rows } = await client.query(`explain ${text}`, values);
				const plan = rows.map((row) => String(row['QUERY PLAN'])).join('\n');
				expect(plan, text).not.toMatch(/Seq Scan on connect_sessions/);
				expect(plan, text).toMatch(/Index (Only )?Scan (Backward )?(using|on) connect_sessions_/);
			}
		});
	} finally {
		await engine.close();
	}
});
