import { PermissionNames, Selection } from '#lib/access/kept.ts';
import { listApplications } from '#lib/server/applications/application-list.ts';
import { readDraft } from '#lib/server/configurations/drafts.ts';
import { getVersion } from '#lib/server/configurations/versions.ts';
import { pageOfConnections } from '#lib/server/connect/connection-list/page.ts';
import { getConnection } from '#lib/server/connect/connections.ts';
import { listSessions } from '#lib/server/connect/session-list.ts';
import { findAccessGrant } from '#lib/server/connect/token/access-token.ts';
import { isPostgres } from '#lib/server/db/engine-choice.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { drafts, versions } from '#lib/server/db/schema.ts';
import { connectSessions } from '#lib/server/db/session-schema.ts';
import { DamagedRow, readEach, readJson, StoredJson } from '#lib/server/db/stored-json.ts';
import { listTables } from '#lib/server/db/tables.ts';
import { log } from '#lib/server/log.ts';
import { eq, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import * as pg from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { recordSessions } from '../../../support/connect-sessions.ts';
import { createConnectedClient, giveCodes } from '../../../support/codes.ts';
import { newApplication } from '../../../support/connect.ts';
import { useStorage } from '../../../support/storage.ts';
import { exchange, tokensOf } from '../../../support/tokens.ts';

const storage = useStorage();

const logged = vi.spyOn(log, 'error');
afterEach(() => logged.mockClear());

const at = (text: string) => new StoredJson(text, { name: 'drafts.selection', schema: Selection });

const damage = (column: string, row: string, path: string) => ({
	name: 'StorageError',
	code: 'damaged',
	status: 500,
	facts: { column, row, path }
});

describe('stored JSON', () => {
	it('is what its schema says, without what nobody knows', () => {
		expect(readJson(at('[{"code":"vin","required":true,"more":1}]'), 'row')).toEqual([
			{ code: 'vin', required: true }
		]);
	});

	it.each([
		['[{"code":"s3cret","required":"s3cret"}]', '0.required'],
		['{"code":"s3cret"}', ''],
		['[{"code":"s3cret"', ''],
		['', ''],
		['null', '']
	])('of %s names its place, and no value', (text, path) => {
		let error: unknown;
		try {
			readJson(at(text), 'the-row');
		} catch (thrown) {
			error = thrown;
		}
		expect(error).toMatchObject(damage('drafts.selection', 'the-row', path));
		expect(error).toBeInstanceOf(DamagedRow);
		expect(`${String(error)}${JSON.stringify(error)}`).not.toContain('s3cret');
		expect(String(error)).not.toContain('the-row');
	});

	it('refuses a permission that does not exist', () => {
		const names = new StoredJson('["read_vin","read_mind"]', {
			name: 'connections.granted',
			schema: PermissionNames
		});
		expect(() => readJson(names, 'row')).toThrow(DamagedRow);
	});

	it('that is damaged takes no other row of a list away, and is told to the log', () => {
		const rows = [at('[]'), at('{}'), at('[]')];
		expect(readEach(rows, (row) => readJson(row, 'row'))).toEqual({ read: [[], []], damaged: 1 });
		expect(logged.mock.calls).toEqual([
			[
				{ code: 'damaged', column: 'drafts.selection', row: 'row', path: '' },
				'a row is damaged, and left out'
			]
		]);
		const fault = new Error('another');
		expect(() =>
			readEach(rows, () => {
				throw fault;
			})
		).toThrow(fault);
	});

	it('goes by the name of its column', () => {
		const named = listTables().flatMap(({ name, table }) => {
			const { columns } = isPostgres ? pg.getTableConfig(table) : sqlite.getTableConfig(table);
			return columns.flatMap((column) => {
				const value: unknown = column.mapFromDriverValue('"no such thing"');
				if (!(value instanceof StoredJson)) return [];
				return [[`${name}.${toSnakeCase(column.name)}`, nameOf(value)]];
			});
		});
		expect(named.length).toBeGreaterThan(0);
		for (const [place, told] of named) expect(told).toBe(place);
	});
});

function nameOf(value: StoredJson<unknown>): string | undefined {
	try {
		value.parse('row');
		return undefined;
	} catch (error) {
		return error instanceof DamagedRow ? error.facts.column : undefined;
	}
}

describe('a damaged row', () => {
	const wrong = sql`'[{"code":1}]'`;

	it('of a draft says which, and the list of applications goes on without it', async () => {
		const { context } = storage;
		const [whole, damaged] = [await newApplication(context), await newApplication(context)];
		await context.write(({ db }) =>
			db.update(drafts).set({ selection: wrong }).where(eq(drafts.clientId, damaged))
		);
		await expect(readDraft(context, damaged)).rejects.toMatchObject(
			damage('drafts.selection', damaged, '0.code')
		);
		const page = await listApplications(context);
		expect(page).toMatchObject({ total: 2, count: 2, damaged: 1 });
		expect(page.applications.map(({ clientId }) => clientId)).toEqual([whole]);
	});

	it('of a version says which', async () => {
		const { context } = storage;
		const clientId = await newApplication(context);
		await context.write(({ db }) =>
			db.insert(versions).values({
				clientId,
				number: 1,
				selection: [],
				access: wrong,
				scope: '',
				message: '',
				verdict: 'widens',
				catalogRevision: '1',
				publishedBy: 'You',
				publishedAt: 1
			})
		);
		await expect(getVersion(context, clientId, 1)).rejects.toMatchObject(
			damage('versions.access', `${clientId} 1`, '0.name')
		);
	});

	it('of a session is left out of their list', async () => {
		const { context } = storage;
		const clientId = await newApplication(context);
		await recordSessions(context, clientId, { id: 'whole' }, { id: 'damaged' });
		await context.write(({ db }) =>
			db
				.update(connectSessions)
				.set({ steps: sql`'[{"screen":"nowhere","at":1}]'` })
				.where(eq(connectSessions.id, 'damaged'))
		);
		const page = await listSessions(context, clientId, { page: 1 });
		expect(page).toMatchObject({ count: 2, damaged: 1 });
		expect(page.sessions.map(({ id }) => id)).toEqual(['whole']);
		expect(logged.mock.calls).toMatchObject([
			[{ column: 'connect_sessions.steps', row: 'damaged', path: '0.screen' }, expect.anything()]
		]);
	});

	it('of a connection is left out of their list, and nothing is given for its token', async () => {
		const { context } = storage;
		const client = await createConnectedClient(context);
		const [code = ''] = await giveCodes(context, client.clientId, 1);
		const { access } = tokensOf(await exchange(context, client, code));
		const [held] = await context.write(({ db }) =>
			db.update(connections).set({ granted: wrong }).returning()
		);
		const { id = '', vehicleId = '' } = held ?? {};
		const wanted = { page: 1, asked: null, onlyLacking: false };
		expect(await pageOfConnections(context, client.clientId, wanted)).toMatchObject({
			total: 1,
			connections: [],
			damaged: 1
		});
		await expect(getConnection(context, client.clientId, id)).rejects.toMatchObject(
			damage('connections.granted', id, '0')
		);
		await expect(findAccessGrant(context, access)).rejects.toMatchObject(
			damage('connections.granted', `${client.clientId} ${vehicleId}`, '0')
		);
	});
});
