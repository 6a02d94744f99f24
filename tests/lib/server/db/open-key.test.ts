import { findKeyId, replaceKey } from '#lib/server/db/key-record.ts';
import { openKey } from '#lib/server/db/open-key.ts';
import { keyFileOf } from '#lib/server/key-file.ts';
import { keyOf, randomKeyText } from '#lib/server/secret-key.ts';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication, newSecret } from '../../../support/connect.ts';
import { everything } from '../../../support/everything.ts';
import { START, useFolder, useStorage } from '../../../support/storage.ts';

const storage = useStorage();
const folder = useFolder();

const POSTGRES = { url: 'postgres://db/valetkey' };
const [one, two] = [randomKeyText(), randomKeyText()];
const open = (secretKey: string | null, database: { file: string } | { url: string } = POSTGRES) =>
	openKey(storage.engine, { database, secretKey });

describe('a key that is set', () => {
	it('is the one of the database from its first start on', async () => {
		expect((await open(one)).id).toBe(keyOf(one).id);
		expect((await open(one)).id).toBe(keyOf(one).id);
		expect(await findKeyId(storage.engine)).toBe(keyOf(one).id);
	});

	it('is refused where the database is used with another one', async () => {
		await open(one);
		await expect(open(two)).rejects.toThrow(
			'SECRET_KEY is not the key that the database is used with. Set it to that one, as on every server of this database. If it is lost, stop all servers and run npm run new-key, which begins with another one and says what that costs.'
		);
	});

	it('of two servers that begin at once with different ones, one starts', async () => {
		const begun = await Promise.allSettled([open(one), open(two)]);
		expect(begun.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});

	it('has to be set with PostgreSQL', async () => {
		await expect(open(null)).rejects.toThrow(
			'SECRET_KEY is not set, and all servers on one PostgreSQL share a key; set it to what "openssl rand -base64 32" prints, the same one for each of them.'
		);
	});
});

describe('a key beside a file', () => {
	let database = { file: '' };
	let file = '';
	beforeEach(() => {
		database = { file: join(folder.path, 'valetkey.db') };
		file = keyFileOf(database.file);
		writeFileSync(database.file, '', { mode: 0o600 });
	});

	it('is made with the first start, and is the same from then on', async () => {
		const { id } = await open(null, database);
		expect(keyOf(readFileSync(file, 'utf8').trim()).id).toBe(id);
		expect((await open(null, database)).id).toBe(id);
	});

	it('may be set as well, and is not made then', async () => {
		await open(one, database);
		expect(existsSync(file)).toBe(false);
	});

	it('is missed, and not made anew', async () => {
		await open(null, database);
		rmSync(file);
		await expect(open(null, database)).rejects.toThrow(
			`The key that the database is used with is missing: there is no ${file}, and SECRET_KEY is not set. Put the file back from a backup, or set SECRET_KEY to what was in it. If it is lost, stop all servers and run npm run new-key`
		);
		expect(existsSync(file)).toBe(false);
	});

	it('is refused where it is another one', async () => {
		await open(null, database);
		writeFileSync(file, two);
		await expect(open(null, database)).rejects.toThrow(
			`${file} is not the key that the database is used with.`
		);
	});

	it('is made in memory for a database that is', async () => {
		expect((await open(null, { file: ':memory:' })).id).toMatch(/^[0-9a-f]{16}$/);
	});
});

it('another key takes what stands under the former one, and nothing else', async () => {
	const { context, engine } = storage;
	await open(one);
	const clientId = await newApplication(context);
	await newSecret(context, clientId);
	const before = await everything(context);
	expect(await replaceKey(engine, context.key.id, START)).toBe(0);
	expect((await everything(context)).get('client_secrets')).toEqual(before.get('client_secrets'));
	expect(await replaceKey(engine, keyOf(two).id, START)).toBe(1);
	const after = await everything(context);
	expect(after.get('client_secrets')).toEqual([]);
	expect(after.get('secret_keys')).toEqual([{ id: keyOf(two).id, firstUsedAt: START }]);
	expect(after.get('applications')).toEqual(before.get('applications'));
	expect((await open(two)).id).toBe(keyOf(two).id);
});
