import { and, desc, sql } from 'drizzle-orm';
import type { Db } from '../engine.ts';
import { listTables, type StoredTable } from './tables.ts';

/** What a start needs and nobody put there: the mark of the key, and of what was done once. */
const STAYING: ReadonlySet<string> = new Set(['milestones', 'secret_keys']);

/** What triggers of a migration let go with the application alone. */
const WITH_APPLICATIONS: ReadonlySet<string> = new Set(['versions', 'consents']);

/** Keys whose rows one statement removes: what it takes does not grow with the table. */
const AT_A_TIME = 2000;

/**
 * Removes every row but those that a start needs, as part of a transaction in which nobody else is.
 * Numbers that the database counts up go on, so that none of them ever means two things.
 *
 * @returns how many rows there were, by the names of the tables
 */
export async function emptyTables(db: Db): Promise<ReadonlyMap<string, number>> {
	const tables = listTables().filter(({ name }) => !STAYING.has(name));
	const [kept, own] = partition(tables.toReversed(), ({ name }) => WITH_APPLICATIONS.has(name));
	// Below others first, so that no key has to be followed to what hangs on it.
	const [late, early] = partition(own, ({ name }) =>
		kept.some((one) => one.parents.includes(name))
	);
	const removed = new Map<string, number>();
	for (const { name, table } of kept) removed.set(name, await db.$count(table));
	for (const one of early) removed.set(one.name, await emptyTable(db, one));
	for (const one of applicationsFirst(late)) removed.set(one.name, await emptyTable(db, one));
	return removed;
}

/** How many rows that would remove, by the names of the tables. */
export async function countTables(db: Db): Promise<ReadonlyMap<string, number>> {
	const rows = new Map<string, number>();
	for (const { name, table } of listTables()) {
		if (!STAYING.has(name)) rows.set(name, await db.$count(table));
	}
	return rows;
}

/**
 * Goes on behind what it removed, since PostgreSQL would look at that each time: until the commit it is
 * still there for others.
 */
async function emptyTable(db: Db, { table, key }: StoredTable): Promise<number> {
	const told = sql<unknown>`${key}`;
	let removed = 0;
	for (let last: unknown = null; ;) {
		const left = last === null ? undefined : sql`${key} > ${last}`;
		const some = db
			.select({ told: told.as('told') })
			.from(table)
			.where(left)
			.orderBy(told)
			.limit(AT_A_TIME)
			.as('some');
		const [edge] = await db
			.select({ told: some.told })
			.from(some)
			.orderBy(desc(some.told))
			.limit(1);
		if (!edge) return removed;
		const until = sql`${key} <= ${edge.told}`;
		removed += (await db.delete(table).where(and(left, until)).returning({ told })).length;
		last = edge.told;
	}
}

/** A consent hangs on an account, too, and may not go with that. */
const applicationsFirst = (tables: readonly StoredTable[]) =>
	tables.toSorted(
		(one, other) => Number(other.name === 'applications') - Number(one.name === 'applications')
	);

function partition<T>(all: readonly T[], fits: (one: T) => boolean): [T[], T[]] {
	return [all.filter(fits), all.filter((one) => !fits(one))];
}
