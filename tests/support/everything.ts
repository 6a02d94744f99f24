import type { Context } from '#lib/server/context.ts';
import { listTables } from '#lib/server/db/tables.ts';

export type Row = Readonly<Record<string, unknown>>;

const TABLES = listTables();

/** Names of the tables that hang on an application. */
export const TABLES_OF_APPLICATIONS = TABLES.filter(({ parents }) =>
	parents.includes('applications')
).map(({ name }) => name);

/** All rows of all tables, by the names of the tables, in an order that depends on them alone. */
export function everything(context: Context): Promise<ReadonlyMap<string, readonly Row[]>> {
	return context.read(async ({ db }) => {
		const rows = new Map<string, readonly Row[]>();
		for (const { name, table } of TABLES) {
			const found = await db.select().from(table);
			rows.set(
				name,
				found.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
			);
		}
		return rows;
	});
}

/** An order that a change of the client id leaves as it is; a database promises none. */
const keyOf = (row: Row) => JSON.stringify({ ...row, clientId: null });
