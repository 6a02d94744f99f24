import { connectDatabase, disconnectDatabase, read } from '#lib/server/db/connection.ts';
import { isStorageHealthy } from '#lib/server/health.ts';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';

beforeEach(() => connectDatabase(':memory:'));
afterEach(disconnectDatabase);

it('storage that answers is healthy', async () => {
	expect(await isStorageHealthy()).toBe(true);
});

it('storage that is closed or lacks a table is not', async () => {
	await read((db) => db.run(sql`alter table applications rename to lost`));
	expect(await isStorageHealthy()).toBe(false);
	disconnectDatabase();
	expect(await isStorageHealthy()).toBe(false);
});
