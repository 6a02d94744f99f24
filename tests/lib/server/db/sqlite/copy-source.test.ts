import { openFile } from '#lib/server/db/sqlite/open.ts';
import { listTables } from '#lib/server/db/tables.ts';
import { readSqlite } from '#lib/server/db/transfer/sqlite-side.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openBefore } from '../../../../support/older-database.ts';
import { useFolder } from '../../../../support/storage.ts';

const folder = useFolder();
const file = () => join(folder.path, 'valetkey.db');
const filesBeside = () => readdirSync(folder.path).filter((name) => name.startsWith('valetkey.db'));

it('a source of an older schema is refused, and left as it was, with nothing beside it', () => {
	openBefore('0018_replaced_never', file(), folder.path).close();
	const before = readFileSync(file());
	expect(() => readSqlite(file())).toThrow(expect.objectContaining({ code: 'older' }));
	expect(filesBeside()).toEqual(['valetkey.db']);
	expect(readFileSync(file()).equals(before)).toBe(true);
});

it('a source that is read takes no change, and nothing is left beside it', async () => {
	openFile(file()).close();
	const source = readSqlite(file());
	const table = listTables().find(({ name }) => name === 'milestones');
	if (!table) throw new TypeError('There is no such table');
	const row = table.columns.map(() => 'a');
	expect(() => source.insert(table, [row])).toThrow(/readonly/);
	await source.close();
	expect(filesBeside()).toEqual(['valetkey.db']);
});
