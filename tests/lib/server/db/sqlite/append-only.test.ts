import { openFile } from '#lib/server/db/sqlite/open.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ID = '3c6b8e2a-9d41-4f7a-8b1e-5a2f0c7d9e11';
const VERSION = `into versions (client_id, number, selection, access, scope, message, verdict, catalog_revision, published_by, published_at)`;
const CONSENT = `into consents (id, client_id, account_id, mode, vehicle_ids, asked, granted, kind, by, at)`;
const version = (number: number, at: number) =>
	`${VERSION} values ('${ID}', ${number}, '[]', '[]', '', '', 'none', '', '', ${at})`;
const consent = (id: number | null, at: number) =>
	`${CONSENT} values (${id}, '${ID}', 'o', 'live', '[]', '[]', '[]', 'granted', 'owner', ${at})`;

let file: ReturnType<typeof openFile>;
const pluck = (query: string) => file.sqlite.prepare(query).pluck().all();
beforeEach(() => {
	file = openFile(':memory:');
	file.sqlite.exec(`
		insert into applications (client_id, name, mode, created_at, updated_at) values ('${ID}', 'App', 'live', 1, 1);
		insert into vehicle_accounts (id, make, username, created_at) values ('o', 'TESLA', 'anna', 1);
		insert ${version(1, 1)};
		insert ${consent(7, 1)};
	`);
});
afterEach(() => file.close());

describe('what is only ever added to', () => {
	it.each([
		['version', version(1, 2), 'A published version is never changed'],
		['consent', consent(7, 2), 'A consent is never changed']
	])('keeps a %s that another would replace', (_, other, message) => {
		for (const verb of ['insert or replace', 'replace', 'insert or ignore']) {
			expect(() => file.sqlite.exec(`${verb} ${other}`)).toThrow(message);
		}
		const times = 'select published_at from versions union all select at from consents';
		expect(pluck(times)).toEqual([1, 1]);
	});

	it('takes the next one, whether it states its number or not', () => {
		file.sqlite.exec(
			`insert ${version(2, 2)}; insert ${consent(8, 2)}; insert ${consent(null, 3)}`
		);
		expect(pluck('select number from versions')).toEqual([1, 2]);
		expect(pluck('select id from consents')).toEqual([7, 8, 9]);
	});
});
