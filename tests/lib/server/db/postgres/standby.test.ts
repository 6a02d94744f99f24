import { openPostgres } from '#lib/server/db/postgres/postgres.ts';
import { milestones } from '#lib/server/db/schema.ts';
import { readPostgres } from '#lib/server/db/transfer/postgres-side.ts';
import type { Engine } from '#lib/server/engine.ts';
import { checkStorage } from '#lib/server/health.ts';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import {
	databaseAt,
	startStandby,
	type PostgresServer
} from '../../../../../tools/postgres-server.ts';
import { Line } from '../../../../support/line.ts';
import { testContext } from '../../../../support/storage.ts';
import { createEmptyDatabase } from '../../../../support/test-database.ts';

let primary: string;
let standby: string;
let server: PostgresServer | null = null;
let line: Line | undefined;
let engine: Engine | undefined;

// Another's server may let nobody copy it.
const itOfOurs = it.skipIf(process.env.TEST_POSTGRES_URL);

beforeAll(async () => {
	const own = inject('postgres');
	if (own === null || process.env.TEST_POSTGRES_URL) return;
	primary = await createEmptyDatabase();
	await (await openPostgres(primary)).close();
	server = await startStandby(own);
	standby = databaseAt(server?.url ?? '', new URL(primary).pathname.slice(1));
	// It copies the databases of all other tests as well, while those write.
}, 180_000);
afterEach(async () => {
	await engine?.close();
	await line?.cut();
});
afterAll(() => server?.stop());

describe('a standby', () => {
	itOfOurs('is refused by the start, in one line', async () => {
		await expect(openPostgres(standby)).rejects.toMatchObject({
			name: 'StorageError',
			code: 'standby',
			message: expect.stringMatching(
				/^The database server takes no writes: it is a standby, .*\(valetkey@127\.0\.0\.1:\d+\/\w+\)$/
			)
		});
	});

	itOfOurs(
		'that is led to while it serves is read from, says that nothing is written, and nothing stays broken',
		async () => {
			line = await Line.to(primary);
			const opened = await openPostgres(line.url);
			engine = opened;
			const count = () => opened.read(async (db) => (await db.select().from(milestones)).length);
			const insert = () =>
				opened.write((db) => db.insert(milestones).values({ name: 'a', reachedAt: 1 }));
			await line.cut();
			await line.mend(standby);
			expect(await count()).toBe(0);
			await expect(insert()).rejects.toMatchObject({ name: 'StorageError', code: 'standby' });
			expect(await checkStorage(testContext(opened))).toMatchObject({ ok: false, code: 'standby' });
			await line.cut();
			await line.mend(primary);
			await insert();
			expect(await count()).toBe(1);
		}
	);

	itOfOurs('can be copied from', async () => {
		const side = await readPostgres(standby);
		await side.close();
	});
});
