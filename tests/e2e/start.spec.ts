import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

// One after the other, since all of them want the same port.
test.describe.configure({ mode: 'default' });

let folder = '';

test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'valetkey-start-'));
});

test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the built server with some settings; it is expected to give up. */
function start(env: Record<string, string>) {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['server/start.js'], {
		env: { PATH: process.env.PATH, PORT: '4999', ...env },
		encoding: 'utf8',
		timeout: 60_000
	});
	return { status, lines: (stdout + stderr).trim().split('\n') };
}

const refusals: readonly [string, () => Record<string, string>, RegExp][] = [
	['a wrong port', () => ({ PORT: 'many' }), /^PORT is "many"; allowed is a port number/],
	[
		'a public host without ORIGIN',
		() => ({ HOST: '0.0.0.0' }),
		/^HOST is "0\.0\.0\.0".*set ORIGIN/
	],
	[
		'a public address without the word that something asks who comes',
		() => ({ HOST: '0.0.0.0', ORIGIN: 'http://192.0.2.1:3000' }),
		/^HOST is "0\.0\.0\.0", which others can reach, and Valetkey has no sign-in yet.*ALLOW_PUBLIC=1/
	],
	[
		'another kind of database',
		() => ({ DATABASE_URL: 'mysql://db' }),
		/^DATABASE_URL is "mysql:\/\/db"; allowed is file:/
	],
	[
		'a PostgreSQL without a key',
		() => ({ DATABASE_URL: 'postgres://127.0.0.1:1/valetkey' }),
		/^SECRET_KEY is not set, and all servers on one PostgreSQL share a key; set it to what "openssl rand/
	],
	[
		'a key that somebody typed',
		() => ({ SECRET_KEY: 'changeme', DATABASE_URL: ':memory:' }),
		/^SECRET_KEY cannot be used: it has 8 characters; allowed are 32 random bytes/
	],
	[
		'a key that is damaged',
		() => {
			writeFileSync(join(folder, 'valetkey.db.key'), 'no key', { mode: 0o600 });
			return { DATABASE_URL: `file:${join(folder, 'valetkey.db')}` };
		},
		/^\S+valetkey\.db\.key holds no key: it is damaged\. Put it back from a backup/
	],
	[
		'a file that is no database',
		() => {
			writeFileSync(join(folder, 'notes.db'), 'Not a database. '.repeat(500));
			return { DATABASE_URL: `file:${join(folder, 'notes.db')}` };
		},
		/^The file is not a SQLite database, or it is damaged\. It was left as it is\./
	],
	[
		'a database server that is not there',
		() => ({
			DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/keys',
			SECRET_KEY: '0123456789abcdefghijklmnopqrstuvwxyzABCDEFG='
		}),
		/^The database server cannot be reached\. .* \(me@127\.0\.0\.1:1\/keys\)$/
	],
	[
		'a seed that is not there',
		() => ({ DATABASE_URL: ':memory:', SEED: join(folder, 'seed.json') }),
		/^SEED is ".*seed\.json", and there is no such file\.$/
	],
	[
		'a seed that names a wrong field',
		() => {
			writeFileSync(join(folder, 'seed.json'), '{"applications":[{"name":"x","clientId":"y"}]}');
			return { DATABASE_URL: ':memory:', SEED: join(folder, 'seed.json') };
		},
		/^SEED is ".*", which cannot be used: applications\[0\]\.clientId: Client ID: “y” is no UUID\./
	],
	[
		'a folder that cannot be written',
		() => {
			writeFileSync(join(folder, 'data'), '');
			return { DATABASE_URL: `file:${join(folder, 'data', 'valetkey.db')}` };
		},
		/^The folder of the database cannot be created or written\./
	]
];

for (const [what, prepare, message] of refusals) {
	test(`the start stops at ${what} with one clear line`, () => {
		const { status, lines } = start(prepare());
		expect(status).not.toBe(0);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatch(message);
	});
}

test('a file that is no database is left as it is', () => {
	const file = join(folder, 'notes.db');
	const text = 'Not a database. '.repeat(500);
	writeFileSync(file, text);
	start({ DATABASE_URL: `file:${file}` });
	expect(readFileSync(file, 'utf8')).toBe(text);
});

test('a port in use is named', ({ baseURL }) => {
	const port = new URL(baseURL ?? '').port;
	const { status, lines } = start({ PORT: port, DATABASE_URL: ':memory:' });
	expect(status).not.toBe(0);
	expect(lines).toHaveLength(1);
	expect(lines[0]).toContain(port);
});
