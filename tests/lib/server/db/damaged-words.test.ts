import type { Context } from '#lib/server/context.ts';
import { latestVersion, publish } from '#lib/server/configurations/versions.ts';
import { damagedWords } from '#lib/server/db/damaged-words.en.ts';
import { isPostgres } from '#lib/server/db/engine-choice.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { versions } from '#lib/server/db/schema.ts';
import { StoredJson } from '#lib/server/db/stored-json.ts';
import { listTables } from '#lib/server/db/tables.ts';
import { storageWords } from '#lib/server/storage-words.en.ts';
import { sql } from 'drizzle-orm';
import * as pg from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { sendV2, v2Client } from '../../../support/api-v2.ts';
import { connect, newApplication, publishItems } from '../../../support/connect.ts';
import { control } from '../../../support/control.ts';
import { draftOf } from '../../../support/outcome.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

/** One engine takes no text that is not JSON: both take JSON that is not what was kept. */
const NO_LIST = sql`'"no list"'`;

const tables = listTables().flatMap(({ name, table }) => {
	const { columns } = isPostgres ? pg.getTableConfig(table) : sqlite.getTableConfig(table);
	const json = (value: unknown) => value instanceof StoredJson;
	return columns.some((column) => json(column.mapFromDriverValue('"no such thing"'))) ? [name] : [];
});

describe('what is damaged', () => {
	it.each(tables)('in %s goes by a name that people know', (table) => {
		expect(damagedWords(`${table}.column`, 'row 7')).not.toBe(storageWords.damaged);
	});

	it('is a version by its number, and by nothing that it holds', () => {
		expect(damagedWords('versions.access', 'an-id 7')).toMatch(/^Version 7 is damaged/);
		expect(damagedWords('versions.access', 'an-id 7')).not.toContain('an-id');
	});
});

describe('a damaged version names itself', () => {
	const damaged = async (context: Context): Promise<string> => {
		const clientId = await newApplication(context);
		await publishItems(context, clientId, 'odometer-traveleddistance');
		const last = await latestVersion(context, clientId);
		if (!last) throw new Error('Nothing was published');
		await context.write(({ db }) =>
			db.insert(versions).values({ ...last, number: 2, clientId, access: NO_LIST })
		);
		return clientId;
	};
	const named = expect.objectContaining({
		status: 500,
		message: expect.stringMatching(/^Version 2 is damaged .* Nothing was changed\./)
	});

	it('to whoever publishes over it', async () => {
		const { context } = storage;
		const clientId = await damaged(context);
		const { revision: draftRevision } = await draftOf(context, clientId);
		const request = { clientId, basedOn: 2, draftRevision, message: 'Because' };
		await expect(publish(context, request)).rejects.toEqual(named);
	});

	it('to Connect, which asks for its scope', async () => {
		const { context } = storage;
		const clientId = await damaged(context);
		const link = connect(context, clientId, { scope: '' });
		await expect(link).rejects.toEqual(named);
	});

	it('to a seed', async () => {
		const { context } = storage;
		const clientId = await damaged(context);
		const selection = { version: 1, items: [{ code: 'make' }] };
		const entry = { name: 'Seeded', clientId, selection, publish: true };
		const { status, body } = await control(context, 'seed', { applications: [entry] });
		expect(status).toBe(500);
		expect(JSON.stringify(body)).toContain('Version 2 is damaged');
	});
});

it('a damaged connection names itself to the token that reaches it', async () => {
	const app = await v2Client(storage.context, 'TESLA', ['read_odometer']);
	await storage.context.write(({ db }) => db.update(connections).set({ granted: NO_LIST }));
	const { status, body } = await sendV2(app, `/v2.0/vehicles/${app.vehicleId}/odometer`);
	expect(status).toBe(500);
	expect(JSON.stringify(body)).toContain('A connection between an application and a vehicle');
});
