import { createApplication, deleteApplication } from '#lib/server/applications/applications.ts';
import { sandboxSettings } from '#lib/server/db/client-schema.ts';
import {
	readSandboxSettings,
	readSettingsRow,
	updateProtocol,
	updateStartUnticked
} from '#lib/server/applications/sandbox-settings.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

const NAME = 'Charge Planner';
let clientId = '';

beforeEach(async () => {
	const created = await createApplication(storage.context, { name: NAME });
	if (created.ok) clientId = created.clientId;
});

const rows = () => storage.context.read(async ({ db }) => db.select().from(sandboxSettings));

describe('sandbox settings', () => {
	it('are the platform’s where nothing was set', async () => {
		expect(await readSandboxSettings(storage.context, clientId)).toEqual({
			protocol: 'platform',
			startUnticked: false
		});
		expect(await rows()).toEqual([]);
	});

	it('change one at a time and keep the other', async () => {
		expect(await updateProtocol(storage.context, clientId, 'strict')).toEqual({ ok: true });
		expect(await readSandboxSettings(storage.context, clientId)).toEqual({
			protocol: 'strict',
			startUnticked: false
		});
		await updateStartUnticked(storage.context, clientId, true);
		await updateProtocol(storage.context, clientId, 'platform');
		expect(await readSandboxSettings(storage.context, clientId)).toEqual({
			protocol: 'platform',
			startUnticked: true
		});
		await updateStartUnticked(storage.context, clientId, false);
		expect(await rows()).toEqual([{ clientId, protocol: 'platform', startUnticked: false }]);
	});

	it('are read the same inside a transaction', async () => {
		await updateStartUnticked(storage.context, clientId, true);
		expect(
			await storage.context.read((transaction) => readSettingsRow(transaction, clientId))
		).toEqual({
			protocol: 'platform',
			startUnticked: true
		});
	});

	it('are each application’s own', async () => {
		const other = await createApplication(storage.context, { name: 'Other' });
		if (!other.ok) throw new Error(other.kind);
		await updateProtocol(storage.context, clientId, 'strict');
		expect(await readSandboxSettings(storage.context, other.clientId)).toMatchObject({
			protocol: 'platform'
		});
	});

	it('go with their application, and none are kept for one that is gone', async () => {
		await updateProtocol(storage.context, clientId, 'strict');
		await deleteApplication(storage.context, clientId, NAME);
		expect(await rows()).toEqual([]);
		const gone = { ok: false, kind: 'gone', what: 'application' };
		expect(await updateProtocol(storage.context, clientId, 'strict')).toEqual(gone);
		expect(await updateStartUnticked(storage.context, clientId, true)).toEqual(gone);
		expect(await rows()).toEqual([]);
	});
});
