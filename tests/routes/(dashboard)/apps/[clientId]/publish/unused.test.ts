import { UNUSED_DAYS } from '#lib/connect/unused-grants.ts';
import { latestVersion } from '#lib/server/configurations/versions.ts';
import { permissionUses } from '#lib/server/db/call-schema.ts';
import { beforeEach, expect, it } from 'vitest';
import { load } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/publish/+page.server.ts';
import { newApplication, publishItems } from '../../../../../support/connect.ts';
import { insertConnection } from '../../../../../support/connections.ts';
import { formEvent } from '../../../../../support/form-event.ts';
import { REHEARSED_START, useStorage } from '../../../../../support/storage.ts';

const storage = useStorage();

let clientId = '';
beforeEach(async () => {
	clientId = await newApplication(storage.context);
	await insertConnection(storage.context, {
		id: 'one',
		clientId,
		granted: 'read_odometer read_vehicle_info read_vin',
		updatedAt: REHEARSED_START - UNUSED_DAYS * 24 * 60 * 60 * 1000
	});
});

/** What the review is told. */
async function read(): Promise<unknown> {
	const published = await latestVersion(storage.context, clientId);
	const parent = () => Promise.resolve({ published });
	const event = formEvent(storage.context, { clientId }, '');
	return Reflect.apply(load, undefined, [{ ...event, parent }]);
}

it('the review is told what of the current version nobody used', async () => {
	await publishItems(storage.context, clientId, 'make', 'odometer-traveleddistance');
	const lastUsedAt = REHEARSED_START;
	const use = { connectionId: 'one', permission: 'read_vehicle_info', lastUsedAt };
	await storage.context.write(({ db }) => db.insert(permissionUses).values(use).returning());
	expect(await read()).toMatchObject({
		unused: { days: UNUSED_DAYS, permissions: [{ name: 'read_odometer', connections: 1 }] }
	});
});

it('where nothing is published, nothing is unused', async () => {
	expect(await read()).toMatchObject({ unused: { permissions: [] } });
});
