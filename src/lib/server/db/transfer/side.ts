import type { StoredTable } from '../tables.ts';

/** A value as every engine can keep it: JSON as its text, a flag as what it says. */
export type Value = string | number | boolean | Buffer | null;

export type Row = readonly Value[];

/** Rows that are read or written together. */
export const BATCH = 500;

/** A database that is copied from or to, inside one transaction of its own. */
export interface Side {
	/** All rows of a table, their values in the order of its columns. */
	rows(table: StoredTable): AsyncIterable<readonly Row[]>;
	insert(table: StoredTable, rows: readonly Row[]): Promise<void>;
	/** The highest number that the database ever counted up to; those below do not come again. */
	counter(table: StoredTable): Promise<number>;
	setCounter(table: StoredTable, number: number): Promise<void>;
	commit(): Promise<void>;
	/** Takes back what was not committed, and lets go of the database. */
	close(): Promise<void>;
}

export function counterOf({ columns }: StoredTable): string | null {
	return columns.find(({ isCounter }) => isCounter)?.name ?? null;
}
