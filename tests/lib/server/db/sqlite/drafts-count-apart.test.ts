import { openFile } from '#lib/server/db/sqlite/open.ts';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openBefore } from '../../../../support/older-database.ts';
import { useFolder } from '../../../../support/storage.ts';

const folder = useFolder();

it('drafts that counted from 1 count apart after the migration', () => {
	const file = join(folder.path, 'valetkey.db');
	const old = openBefore('0005_drafts_count_apart', file, folder.path);
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
