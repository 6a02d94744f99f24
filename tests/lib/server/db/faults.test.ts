import { createApplication, listApplications } from '#lib/server/applications.ts';
import { connectDatabase, disconnectDatabase, read } from '#lib/server/db/connection.ts';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useFolder } from '../../../support/storage.ts';

const folder = useFolder();
const file = () => join(folder.path, 'valetkey.db');

beforeEach(() => connectDatabase(file()));
afterEach(disconnectDatabase);

describe('a write that cannot be made', () => {
	it('says that another program holds the database, and works again afterwards', async () => {
		await read((db) => db.run(sql`pragma busy_timeout = 50`));
		const other = new Database(file());
		other.exec('begin exclusive');
		await expect(createApplication({ name: 'Blocked' })).rejects.toMatchObject({
			name: 'StorageError',
			code: 'busy'
		});
		other.exec('rollback');
		other.close();
		expect(await createApplication({ name: 'Free' })).toMatchObject({ ok: true });
		expect(await listApplications()).toHaveLength(1);
	});

	it('says that the disk is full, and keeps what was there', async () => {
		await createApplication({ name: 'Before' });
		await read((db) => {
			const pages = Object.values(db.get<Record<string, number>>(sql`pragma page_count`))[0];
			db.run(sql.raw(`pragma max_page_count = ${pages}`));
		});
		const fill = async () => {
			for (let count = 0; count < 90; count++) {
				await createApplication({ name: `Filler ${count} ${'x'.repeat(60)}` });
			}
		};
		await expect(fill()).rejects.toMatchObject({ name: 'StorageError', code: 'full' });
		expect((await listApplications())[0]).toMatchObject({ name: 'Before' });
	});
});
