import { connections, authorizations } from '#lib/server/db/connect-schema.ts';
import type { Context } from '#lib/server/context.ts';
import { linkAccount } from '#lib/server/owners/accounts.ts';
import { findApplication } from '#lib/server/owners/reach/find-application.ts';
import { listApplications } from '#lib/server/owners/reach/list-applications.ts';
import { revokeApplication } from '#lib/server/owners/reach/revoke-application.ts';
import { takeBack } from '#lib/server/owners/reach/take-back.ts';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { v2Client, type V2Client } from '../../../support/api-v2.ts';
import { OWNER } from '../../../support/connect.ts';
import { ownerContext } from '../../../support/owners.ts';
import { useStorage } from '../../../support/storage.ts';

/** One engine takes no text that is not JSON: both take JSON that is not what was kept. */
const NO_LIST = sql`'"no list"'`;

const storage = useStorage();
let app: V2Client;
let sam: Context;
beforeEach(async () => {
	app = await v2Client(storage.context, 'TESLA', ['read_battery', 'read_odometer'], OWNER);
	sam = await ownerContext(storage.context);
	await linkAccount(sam, { make: 'TESLA', username: OWNER });
});

const find = () => findApplication(sam, app.clientId);

it('an application says where it leads, and when it ends by itself', async () => {
	expect(await find()).toMatchObject({
		domain: 'localhost:3000',
		endsByItself: { ifUnused: expect.any(Boolean) }
	});
});

it('a vehicle whose grant cannot be read is told, and its access ends with all the rest', async () => {
	const [vehicleId = ''] = app.vehicleIds;
	await storage.context.write(({ db }) =>
		db
			.update(connections)
			.set({ granted: NO_LIST, asked: NO_LIST })
			.where(eq(connections.vehicleId, vehicleId))
	);
	const found = await find();
	expect(found?.vehicles.filter(({ isDamaged }) => isDamaged)).toMatchObject([
		{ name: expect.stringContaining('Tesla'), granted: [], asked: [], ending: null }
	]);
	expect(found?.vehicles).toHaveLength(app.vehicleIds.length);
	expect(await takeBack(sam, app.clientId, { permission: 'read_odometer' })).toMatchObject({
		code: 'disconnects',
		data: { because: 'damaged' }
	});
	expect(await revokeApplication(sam, app.clientId)).toBe(app.vehicleIds.length);
	expect((await find())?.vehicles.every(({ ending }) => ending?.by === 'you')).toBe(true);
});

it('no end is told where one that may be later cannot be read', async () => {
	await storage.context.write(({ db }) => db.update(authorizations).set({ vehicleIds: NO_LIST }));
	expect(await find()).toMatchObject({ endsByItself: null });
	expect((await listApplications(sam, { page: 1 })).applications).toMatchObject([
		{ clientId: app.clientId, endsByItself: null }
	]);
});
