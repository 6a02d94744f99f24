import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createConnectedClient, giveCodes } from '../../../../support/codes.ts';
import { driverOf } from '../../../../support/driver.ts';
import { useFolder, useSqlite } from '../../../../support/storage.ts';
import { exchange, tokensOf } from '../../../../support/tokens.ts';

const folder = useFolder();
const file = () => join(folder.path, 'valetkey.db');
const storage = useSqlite(file);

const BEFORE = 4000;
const TOGETHER = 16;
/** Bytes of a page with what the log says of it (SQLite, file format, section 4.1). */
const FRAME = 4096 + 24;

it('exchanges that share a commit change few pages, however many tokens there are', async () => {
	const client = await createConnectedClient(storage.context);
	const [first = '', ...codes] = await giveCodes(storage.context, client.clientId, TOGETHER + 1);
	tokensOf(await exchange(storage.context, client, first));
	const driver = await storage.context.read(({ db }) => Promise.resolve(driverOf(db)));
	driver.exec(
		`with recursive number(n) as (select 1 union all select n + 1 from number where n < ${BEFORE})
		insert into token_pairs
			(authorization_id, access_digest, refresh_digest, tells_authorization, issued_at, inserted_at)
		select authorization_id, randomblob(32), randomblob(32), n % 2, issued_at, inserted_at
		from number join token_pairs on true where token_pairs.id = 1`
	);
	// Writes the log back, and begins it anew.
	await storage.close();
	storage.open(file());
	const { context } = storage;
	const answers = await Promise.all(codes.map((code) => exchange(context, client, code)));
	expect(answers.map(({ status }) => status)).toEqual(codes.map(() => 200));
	// One or two each of the codes, of the pairs and of both their indexes; a page for each digest would be 32.
	expect(Math.floor(statSync(`${file()}-wal`).size / FRAME)).toBeLessThan(TOGETHER);
});
