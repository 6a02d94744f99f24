import { openFile } from '#lib/server/db/sqlite/open.ts';
import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useFolder } from '../../../../support/storage.ts';

const folder = useFolder();
const UPDATES = readFileSync('drizzle/sqlite/0010_counted_and_aged.sql', 'utf8')
	.split('--> statement-breakpoint')
	.filter((statement) => statement.trim().startsWith('UPDATE'));

it('sessions of before are counted like those that come', () => {
	const file = join(folder.path, 'valetkey.db');
	openFile(file).close();
	const raw = new Database(file);
	raw.pragma('foreign_keys = off');
	const insert = raw.prepare(
		`insert into connect_sessions (id, client_id, browser_digest, request, steps, user, outcome, refused, started_at, touched_at)
		values (?, 'a', x'', ?, ?, ?, ?, ?, 7, 8)`
	);
	const request = JSON.stringify({
		asked: [
			{ name: 'read_battery', required: true },
			{ name: 'read_odometer', required: false },
			{ name: 'read_vin', required: false }
		]
	});
	const steps = (...screens: string[]) =>
		JSON.stringify(screens.map((screen) => ({ screen, at: 1 })));
	insert.run(
		'granted',
		request,
		steps('preamble', 'login', 'grant'),
		'ann',
		'granted',
		'["read_vin"]'
	);
	insert.run('nothing', '{"asked":[]}', steps('finish'), '', 'granted', '[]');
	insert.run('unsupported', request, steps('preamble', 'unsupported'), 'u'.repeat(201), null, '[]');
	for (const update of UPDATES) raw.exec(update);
	const columns = 'id, furthest, unsupported, choices, user_start, inserted_at';
	expect(raw.prepare(`select ${columns} from connect_sessions order by id`).raw().all()).toEqual([
		['granted', 'grant', 0, 'read_odometer -read_vin', 'ann', 7],
		['nothing', null, 0, '', null, 7],
		['unsupported', 'brand', 1, null, 'u'.repeat(200), 7]
	]);
	raw.close();
});
