import { openFile } from '#lib/server/db/sqlite/open.ts';
import Database from 'better-sqlite3';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useFolder } from '../../../../support/storage.ts';

const folder = useFolder();
const data = () => join(folder.path, 'data');
const file = () => join(data(), 'valetkey.db');
const migrations = () => join(folder.path, 'drizzle');
const journal = () => join(migrations(), 'meta', '_journal.json');

/** Migrations that the project has. */
let count = 0;

beforeEach(() => {
	mkdirSync(data());
	cpSync('drizzle/sqlite', migrations(), { recursive: true });
	count = JSON.parse(readFileSync(journal(), 'utf8')).entries.length;
});

function addMigration(text: string): void {
	const entries = JSON.parse(readFileSync(journal(), 'utf8'));
	const tag = `${String(entries.entries.length).padStart(4, '0')}_later`;
	entries.entries.push({ ...entries.entries[0], tag });
	writeFileSync(journal(), JSON.stringify(entries));
	writeFileSync(join(migrations(), `${tag}.sql`), text);
}

const copies = () => readdirSync(data()).filter((name) => name.includes('.schema-'));

const open = () => openFile(file(), { migrationsFolder: migrations() }).close();

describe('before a migration', () => {
	it('a copy of the database is kept beside it, named by its schema', () => {
		open();
		open();
		expect(copies()).toEqual([]);
		addMigration('drop table drafts;');
		open();
		const [name = '', ...more] = copies();
		expect(name).toMatch(
			new RegExp(`^valetkey\\.db\\.schema-${count}\\.\\d{4}-\\d\\d-\\d\\dT[\\d.-]+Z$`)
		);
		expect(more).toEqual([]);
		const copy = new Database(join(data(), name), { readonly: true });
		expect(copy.prepare('select count(*) from migrations').pluck().get()).toBe(count);
		expect(copy.prepare('select count(*) from drafts').pluck().get()).toBe(0);
		copy.close();
		if (process.platform !== 'win32') expect(statSync(join(data(), name)).mode & 0o777).toBe(0o600);
	});

	it('the newest five copies are kept', () => {
		open();
		writeFileSync(join(data(), 'valetkey.db.schema-1.2026-11-23T00-00-00.000Z.7.partial'), 'half');
		for (let more = 0; more < 7; more++) {
			addMigration(`create table more_${more} (x);`);
			open();
		}
		const schemas = copies().map((name) => Number(/schema-(\d+)/.exec(name)?.[1]));
		expect(schemas.sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6].map((more) => count + more));
	});

	it('without room for the copy nothing is changed, in words', () => {
		open();
		addMigration('drop table drafts;');
		// A folder in the way of every copy of this schema: rights do not stop the superuser.
		vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 23) });
		mkdirSync(join(data(), `valetkey.db.schema-${count}.2026-11-23T00-00-00.000Z`));
		try {
			expect(open).toThrow(
				/The database could not be copied before its migration\. Nothing was changed; make room/
			);
		} finally {
			vi.useRealTimers();
		}
		const raw = new Database(file());
		expect(raw.prepare('select count(*) from drafts').pluck().get()).toBe(0);
		expect(raw.prepare('select count(*) from migrations').pluck().get()).toBe(count);
		raw.close();
	});
});
