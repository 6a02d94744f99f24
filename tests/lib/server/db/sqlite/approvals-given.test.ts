import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openBefore } from '../../../../support/older-database.ts';
import { useFolder } from '../../../../support/storage.ts';

const folder = useFolder();
const SQL = readFileSync('drizzle/sqlite/0007_remember_approvals_given.sql', 'utf8');

it('what owners agreed to before approvals were remembered is an approval', () => {
	const file = join(folder.path, 'valetkey.db');
	const raw = openBefore('0008_secret_of_a_sign_in', file, folder.path);
	raw.pragma('foreign_keys = off');
	const insert = raw.prepare(
		`insert into connections (id, client_id, vehicle_id, owner_id, granted, asked, created_at, updated_at)
		values (?, 'a', ?, 'o', ?, ?, 0, 0)`
	);
	const asked = JSON.stringify([
		{ name: 'read_battery', required: false },
		{ name: 'read_odometer', required: true }
	]);
	insert.run('whole', 'v1', '["read_battery","read_odometer"]', asked);
	insert.run('refused', 'v2', '["read_odometer"]', asked);
	insert.run('nothing', 'v3', '[]', '[]');
	raw.exec(SQL);
	expect(raw.prepare('select * from approved_scopes').all()).toEqual([
		{ connection_id: 'whole', scope: 'read_battery required:read_odometer' }
	]);
	raw.close();
});
