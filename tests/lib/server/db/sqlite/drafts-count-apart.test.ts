import { openFile } from '#lib/server/db/sqlite/open.ts';
import Database from 'better-sqlite3';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useFolder } from '../../../../support/storage.ts';

const folder = useFolder();

it('drafts that counted from 1 count apart after the migration', () => {
	const migrations = join(folder.path, 'drizzle');
	cpSync('drizzle/sqlite', migrations, { recursive: true });
	const journal = join(migrations, 'meta', '_journal.json');
	const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
	const before = entries.filter(({ tag }: { tag: string }) => tag < '0005_drafts_count_apart');
	writeFileSync(journal, JSON.stringify({ ...rest, entries: before }));

	const file = join(folder.path, 'valetkey.db');
	openFile(file, migrations).close();
	const old = new Database(file);
	for (const digit of ['1', '2', '3']) {
		const clientId = `${digit.repeat(8)}-0000-4000-8000-000000000000`;
		old
			.prepare(
				"insert into applications (client_id, name, mode, created_at, updated_at) values (?, 'A', 'live', 0, 0)"
			)
			.run(clientId);
		old
			.prepare(
				"insert into drafts (client_id, revision, selection, updated_at) values (?, 1, '[]', 0)"
			)
			.run(clientId);
	}
	old.close();

	openFile(file).close();
	const raw = new Database(file);
	const revisions = raw.prepare<[], number>('select revision from drafts').pluck().all();
	raw.close();
	expect(new Set(revisions).size).toBe(3);
	expect(revisions.every((revision) => revision > 1000 && revision <= 2 ** 47)).toBe(true);
});
