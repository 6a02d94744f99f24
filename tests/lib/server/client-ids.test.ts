import { createApplication, deleteApplication, getApplication } from '#lib/server/applications.ts';
import { changeClientId, findRenamed } from '#lib/server/client-ids.ts';
import { createMachineClient, listMachineClients } from '#lib/server/machine-clients.ts';
import { sampleSecret } from '#lib/server/connect/sample-client.ts';
import { read, write } from '#lib/server/db/connection.ts';
import type { Db } from '#lib/server/db/open.ts';
import { readDraft } from '#lib/server/drafts.ts';
import { updateStartUnticked } from '#lib/server/sandbox-settings.ts';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { connect, newApplication, newSecret, publishItems } from '../../support/connect.ts';
import { useDatabase } from '../../support/storage.ts';
import { exchange, tokensOf } from '../../support/tokens.ts';

useDatabase();

const GIVEN = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
const OTHER = '11111111-2222-4333-8444-555555555555';

const APPLICATION_KEYS = sql`
	select tables.name as name from sqlite_master as tables
	join pragma_foreign_key_list(tables.name) as keys on keys."table" = 'applications'`;

/** An application with a row in every table that hangs on one. */
async function grownApplication(): Promise<{ clientId: string; secret: string }> {
	const clientId = await newApplication();
	const secret = await newSecret(clientId);
	await createMachineClient(clientId, 'Server');
	const [machine] = await listMachineClients(clientId);
	await newSecret(clientId, machine?.id);
	await sampleSecret(clientId);
	await updateStartUnticked(clientId, true);
	await publishItems(clientId, 'odometer-traveleddistance');
	await publishItems(clientId, 'odometer-traveleddistance', 'charge-ischarging!');
	tokensOf(await exchange({ clientId, secret }, await connect(clientId)));
	await write((db) =>
		db.run(sql`insert into sample_runs (client_id, browser_digest, state_digest, redirect_uri, started_at)
			values (${clientId}, x'01', x'02', 'https://example.com', 1)`)
	);
	await write((db) =>
		db.run(sql`insert into former_client_ids values (${OTHER}, ${clientId}, 1, 1)`)
	);
	return { clientId, secret };
}

type Row = Readonly<Record<string, unknown>>;

function rowsOf(db: Db, table: string): readonly Row[] {
	return db.all<Row>(sql`select * from ${sql.identifier(table)}`);
}

async function everything(): Promise<ReadonlyMap<string, readonly Row[]>> {
	return read((db) => {
		const tables = db.all<{ name: string }>(
			sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`
		);
		return new Map(tables.map(({ name }) => [name, rowsOf(db, name)]));
	});
}

/** The same rows with another client id, wherever it stands as a whole value. */
function under(rows: readonly Row[], from: string, to: string): readonly Row[] {
	return rows.map((row) =>
		Object.fromEntries(
			Object.entries(row).map(([name, value]) => [name, value === from ? to : value])
		)
	);
}

describe('changeClientId', () => {
	it('takes every child along, changes nothing else in it, and notes the id it had', async () => {
		const { clientId } = await grownApplication();
		const children = await read((db) => db.all<{ name: string }>(APPLICATION_KEYS));
		const before = await everything();
		for (const { name } of children) expect(before.get(name), name).not.toHaveLength(0);
		expect(children.length).toBeGreaterThan(9);

		expect(await changeClientId(clientId, GIVEN)).toEqual({ ok: true, clientId: GIVEN });

		const after = await everything();
		for (const [name, rows] of before) {
			if (name === 'applications' || name === 'former_client_ids') continue;
			expect(after.get(name), name).toEqual(under(rows, clientId, GIVEN));
		}
		expect(after.get('applications')).toMatchObject([
			{ client_id: GIVEN, client_id_made_here: 0, name: 'Charge Planner' }
		]);
		expect(after.get('former_client_ids')).toMatchObject([
			{ former_id: OTHER, client_id: GIVEN },
			{ former_id: clientId, client_id: GIVEN, made_here: 1 }
		]);
	});

	it('lets a secret and a code of before work under the new id', async () => {
		const { clientId, secret } = await grownApplication();
		const code = await connect(clientId);
		await changeClientId(clientId, GIVEN);
		const answer = await exchange({ clientId: GIVEN, secret }, code);
		expect(tokensOf(answer).access).not.toBe('');
	});

	it('changes nothing when a child cannot go along', async () => {
		const { clientId } = await grownApplication();
		await write((db) =>
			db.run(sql`create trigger stubborn before update on connections
				begin select raise(abort, 'not now'); end`)
		);
		const before = await everything();
		await expect(changeClientId(clientId, GIVEN)).rejects.toThrow();
		expect(await everything()).toEqual(before);
		expect(await findRenamed(clientId)).toBeNull();
	});

	it('tells again that an id was made here once it is taken back', async () => {
		const clientId = await newApplication();
		await changeClientId(clientId, GIVEN);
		expect(await getApplication(GIVEN)).toMatchObject({ clientIdMadeHere: false });
		await changeClientId(GIVEN, clientId.toUpperCase());
		expect(await getApplication(clientId)).toMatchObject({ clientIdMadeHere: true });
		expect(await findRenamed(clientId)).toBeNull();
		expect(await findRenamed(GIVEN)).toEqual({ clientId, name: 'Charge Planner' });
	});

	it('leads from every id it ever had to the one it has, until it is deleted', async () => {
		const first = await newApplication();
		await changeClientId(first, GIVEN);
		await changeClientId(GIVEN, OTHER);
		for (const former of [first, GIVEN]) {
			expect(await findRenamed(former)).toEqual({ clientId: OTHER, name: 'Charge Planner' });
		}
		expect(await findRenamed(OTHER)).toBeNull();
		await deleteApplication(OTHER, 'Charge Planner');
		expect(await findRenamed(GIVEN)).toBeNull();
		expect(await createApplication({ name: 'Next', clientId: GIVEN })).toMatchObject({ ok: true });
	});

	it('does nothing for the id that it has', async () => {
		const clientId = await newApplication();
		const before = await everything();
		expect(await changeClientId(clientId, ` ${clientId.toUpperCase()} `)).toEqual({
			ok: true,
			clientId
		});
		expect(await everything()).toEqual(before);
	});

	it('refuses what another application has or had, by its name', async () => {
		const fleet = await newApplication('Fleet');
		const planner = await newApplication();
		await changeClientId(fleet, GIVEN);
		expect(await changeClientId(planner, GIVEN)).toMatchObject({
			ok: false,
			field: 'clientId',
			message: expect.stringContaining(`“Fleet” has ${GIVEN} already`)
		});
		for (const attempt of [
			await changeClientId(planner, fleet),
			await createApplication({ name: 'Third', clientId: fleet })
		]) {
			expect(attempt).toMatchObject({
				ok: false,
				field: 'clientId',
				message: expect.stringContaining(`“Fleet” had ${fleet} before`)
			});
		}
		expect(await readDraft(planner)).toMatchObject({ selection: [] });
	});

	it('answers 404 for an application that is gone', async () => {
		await expect(changeClientId(OTHER, GIVEN)).rejects.toMatchObject({ status: 404 });
	});
});

/** How the database refuses, behind drizzle's own error. */
const UNTOUCHED = { cause: { message: 'A published version is never changed' } };

describe('a published version', () => {
	it('is untouchable in every column, alone or together with its client id', async () => {
		const { clientId } = await grownApplication();
		const columns = await read((db) =>
			db.all<{ name: string }>(sql`select name from pragma_table_info('versions')`)
		);
		for (const { name } of columns) {
			const column = sql.identifier(name);
			const other = name === 'number' ? sql`9` : sql`'[]'`;
			await expect(
				write((db) => db.run(sql`update versions set ${column} = ${other}`)),
				name
			).rejects.toMatchObject(UNTOUCHED);
		}
		for (const { name } of columns.filter((column) => column.name !== 'client_id')) {
			const other = name === 'number' ? sql`number + 9` : sql`'[]'`;
			const together = write((db) => {
				db.run(sql`pragma defer_foreign_keys = on`);
				db.run(sql`update applications set client_id = ${GIVEN}`);
				db.run(sql`insert into former_client_ids values (${clientId}, ${GIVEN}, 1, 1)`);
				db.run(sql`update versions set client_id = ${GIVEN}, ${sql.identifier(name)} = ${other}`);
			});
			await expect(together, name).rejects.toMatchObject(UNTOUCHED);
		}
	});

	it('moves to no other application', async () => {
		const { clientId } = await grownApplication();
		const fleet = await newApplication('Fleet');
		const move = (db: Db) => db.run(sql`update versions set client_id = ${fleet}, number = number`);
		await expect(write(move)).rejects.toMatchObject(UNTOUCHED);
		const orphaned = write((db) => {
			db.run(sql`pragma defer_foreign_keys = on`);
			db.run(sql`update applications set client_id = ${GIVEN} where client_id = ${clientId}`);
			move(db);
		});
		await expect(orphaned).rejects.toMatchObject(UNTOUCHED);
	});
});

describe('createApplication with a client id', () => {
	it.each([
		['', true],
		['   ', true],
		[GIVEN, false],
		[` ${GIVEN.toUpperCase()}\n`, false]
	])('knows for %j whether the id was made here', async (clientId, clientIdMadeHere) => {
		const created = await createApplication({ name: 'Charge Planner', clientId });
		if (!created.ok) throw new Error(created.message);
		if (!clientIdMadeHere) expect(created.clientId).toBe(GIVEN);
		expect(await getApplication(created.clientId)).toMatchObject({ clientIdMadeHere });
	});

	it('refuses one that another application has, by its name', async () => {
		await createApplication({ name: 'Fleet', clientId: GIVEN });
		expect(await createApplication({ name: 'Second', clientId: GIVEN })).toMatchObject({
			ok: false,
			field: 'clientId',
			message: expect.stringContaining(`“Fleet” has ${GIVEN} already`)
		});
	});
});
