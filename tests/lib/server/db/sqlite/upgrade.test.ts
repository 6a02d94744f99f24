import { openFile } from '#lib/server/db/sqlite/open.ts';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBefore } from '../../../../support/older-database.ts';
import { useFolder } from '../../../../support/storage.ts';

const folder = useFolder();
const file = () => join(folder.path, 'valetkey.db');

describe('a database of before client ids could be given', () => {
	it('knows its client ids as made here, and the sample client’s address as built in', () => {
		const old = openBefore('0003_client_ids', file(), folder.path);
		const id = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
		const addresses = [
			['http://127.0.0.1:3000/sandbox/callback', 1],
			['https://valetkey.example.com/sandbox/callback', 1],
			['https://example.com/my/sandbox/callback', 0],
			['https://example.com/callback', 0]
		] as const;
		for (const [index, [uri]] of addresses.entries()) {
			const clientId = id(String(index + 1));
			old.prepare("insert into applications values (?, 'Old', 'live', 1, 1)").run(clientId);
			old
				.prepare(
					'insert into redirect_uris (client_id, uri, position, is_default) values (?, ?, 0, 1)'
				)
				.run(clientId, uri);
		}
		old.close();
		openFile(file()).close();
		const now = new Database(file());
		expect(
			now.prepare('select distinct client_id_made_here from applications').pluck().all()
		).toEqual([1]);
		expect(
			now.prepare('select uri, is_built_in from redirect_uris order by client_id').raw().all()
		).toEqual(addresses);
		now.close();
	});
});
