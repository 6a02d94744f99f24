import type { z } from 'zod';
import { log } from '../log.ts';
import { StorageError } from '../storage-error.ts';
import { damagedWords } from './damaged-words.en.ts';

/** Where JSON is kept, and what it has to be. */
export interface JsonColumn<T> {
	/** `table.column`. */
	readonly name: string;
	readonly schema: z.ZodType<T>;
}

/** JSON as it lies in the database: text that nobody has looked at yet. */
export class StoredJson<T> {
	readonly text: string;
	readonly #column: JsonColumn<T>;

	constructor(text: string, column: JsonColumn<T>) {
		this.text = text;
		this.#column = column;
	}

	/** @throws {DamagedRow} */
	parse(row: string): T {
		const { name, schema } = this.#column;
		const parsed = schema.safeParse(jsonOf(this.text));
		if (parsed.success) return parsed.data;
		throw new DamagedRow(name, row, parsed.error.issues[0]?.path.join('.') ?? '');
	}
}

/** What is no JSON fits no schema. */
function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A row whose JSON is not what the program once wrote. No value of it is told to anybody. */
export class DamagedRow extends StorageError {
	constructor(column: string, row: string, path: string) {
		super('damaged', '', { facts: { column, row, path }, message: damagedWords(column, row) });
	}
}

/**
 * What a column holds. Only what is used has to be read.
 *
 * @param row what tells the row from the others of its table, for the log
 * @throws {DamagedRow}
 */
export function readJson<T>(stored: T | StoredJson<T>, row: string): T {
	return stored instanceof StoredJson ? stored.parse(row) : stored;
}

/** What could be read of some rows, and how many could not. */
export interface Readable<T> {
	readonly read: readonly T[];
	/** Left out; each is told to the log. */
	readonly damaged: number;
}

/** Reads each row by itself, for a list that one damaged row shall not take away. */
export function readEach<Row, T>(rows: readonly Row[], read: (row: Row) => T): Readable<T> {
	let damaged = 0;
	const found = rows.flatMap((row) => {
		try {
			return [read(row)];
		} catch (error) {
			if (!(error instanceof DamagedRow)) throw error;
			damaged += 1;
			log.error({ code: error.code, ...error.facts }, 'a row is damaged, and left out');
			return [];
		}
	});
	return { read: found, damaged };
}

/** Reads what one row holds, where the rest of it shall stay; null for what is damaged, which is logged. */
export function readOne<T>(read: () => T): T | null {
	return readEach([null], read).read[0] ?? null;
}
