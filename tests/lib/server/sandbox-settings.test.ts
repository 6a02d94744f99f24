import { createApplication, deleteApplication } from '#lib/server/applications.ts';
import { sandboxSettings } from '#lib/server/db/client-schema.ts';
import { read } from '#lib/server/db/connection.ts';
import {
	readSandboxSettings,
	readSettingsRow,
	updateProtocol,
	updateStartUnticked
} from '#lib/server/sandbox-settings.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../support/storage.ts';

useDatabase();

const NAME = 'Charge Planner';
let clientId = '';

beforeEach(async () => {
	const created = await createApplication({ name: NAME });
	if (created.ok) clientId = created.clientId;
});

const rows = () => read((db) => db.select().from(sandboxSettings).all());

describe('sandbox settings', () => {
	it('are the platform’s where nothing was set', async () => {
		expect(await readSandboxSettings(clientId)).toEqual({
			protocol: 'platform',
			startUnticked: false
		});
		expect(await rows()).toEqual([]);
	});

	it('change one at a time and keep the other', async () => {
		expect(await updateProtocol(clientId, 'strict')).toEqual({ ok: true });
		expect(await readSandboxSettings(clientId)).toEqual({
			protocol: 'strict',
			startUnticked: false
		});
		await updateStartUnticked(clientId, true);
		await updateProtocol(clientId, 'platform');
		expect(await readSandboxSettings(clientId)).toEqual({
			protocol: 'platform',
			startUnticked: true
		});
		await updateStartUnticked(clientId, false);
		expect(await rows()).toEqual([{ clientId, protocol: 'platform', startUnticked: false }]);
	});

	it('are read the same inside a transaction', async () => {
		await updateStartUnticked(clientId, true);
		expect(await read((db) => readSettingsRow(db, clientId))).toEqual({
			protocol: 'platform',
			startUnticked: true
		});
	});

	it.each(['', 'Strict', 'rfc', null, undefined, 1])('refuse the protocol %j', async (protocol) => {
		expect(await updateProtocol(clientId, protocol)).toEqual({
			ok: false,
			field: 'protocol',
			message: 'A protocol is platform or strict.'
		});
		expect(await rows()).toEqual([]);
	});

	it('are each application’s own', async () => {
		const other = await createApplication({ name: 'Other' });
		if (!other.ok) throw new Error(other.message);
		await updateProtocol(clientId, 'strict');
		expect(await readSandboxSettings(other.clientId)).toMatchObject({ protocol: 'platform' });
	});

	it('go with their application, and none are kept for one that is gone', async () => {
		await updateProtocol(clientId, 'strict');
		await deleteApplication(clientId, NAME);
		expect(await rows()).toEqual([]);
		const gone = { status: 404 };
		await expect(updateProtocol(clientId, 'strict')).rejects.toMatchObject(gone);
		await expect(updateStartUnticked(clientId, true)).rejects.toMatchObject(gone);
	});
});
