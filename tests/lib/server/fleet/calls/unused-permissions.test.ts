import type { PermissionName } from '#lib/access/permission.ts';
import { UNUSED_DAYS } from '#lib/connect/unused-grants.ts';
import { disconnect } from '#lib/server/connect/disconnect.ts';
import { permissionUses } from '#lib/server/db/call-schema.ts';
import { unusedPermissions } from '#lib/server/fleet/calls/unused-permissions.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication } from '../../../../support/connect.ts';
import { insertConnection } from '../../../../support/connections.ts';
import { REHEARSED_START, useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

/** The last moment that is long ago. */
const LONG_AGO = REHEARSED_START - UNUSED_DAYS * 24 * 60 * 60 * 1000;
let clientId: string;

beforeEach(async () => {
	clientId = await newApplication(storage.context);
});

const hold = (id: string, updatedAt = LONG_AGO, granted = 'read_vin read_odometer') =>
	insertConnection(storage.context, { id, clientId, granted, updatedAt });
const use = (connectionId: string, permission: PermissionName, lastUsedAt: number) =>
	storage.context.write(({ db }) =>
		db.insert(permissionUses).values({ connectionId, permission, lastUsedAt }).returning()
	);
const found = (...names: readonly PermissionName[]) =>
	unusedPermissions(storage.context, clientId, names);

describe('unusedPermissions', () => {
	it('counts who holds for long what nobody used, in the order that is asked', async () => {
		await hold('one');
		await hold('two', LONG_AGO - 1, 'read_odometer');
		await use('one', 'read_vin', LONG_AGO);
		expect(await found('read_odometer', 'read_battery', 'read_vin')).toEqual([
			{ name: 'read_odometer', connections: 2 },
			{ name: 'read_vin', connections: 1 }
		]);
		expect(await found('read_vin')).toEqual([{ name: 'read_vin', connections: 1 }]);
		expect(await found()).toEqual([]);
	});

	it('leaves out what one of many used within the days', async () => {
		await hold('one');
		await hold('two');
		await use('one', 'read_odometer', LONG_AGO);
		await use('two', 'read_odometer', LONG_AGO + 1);
		expect(await found('read_vin', 'read_odometer')).toEqual([
			{ name: 'read_vin', connections: 2 }
		]);
	});

	it('does not count who holds it for a moment less, but what they used', async () => {
		await hold('new', LONG_AGO + 1);
		expect(await found('read_vin')).toEqual([]);
		await hold('old');
		expect(await found('read_vin')).toEqual([{ name: 'read_vin', connections: 1 }]);
		await use('new', 'read_vin', REHEARSED_START);
		expect(await found('read_vin')).toEqual([]);
	});

	it('knows what was used by a connection that ended, and does not count it', async () => {
		await hold('ended');
		await hold('stands');
		await use('ended', 'read_odometer', REHEARSED_START);
		expect(await disconnect(storage.context, clientId, 'ended')).toBe(true);
		expect(await found('read_vin', 'read_odometer')).toEqual([
			{ name: 'read_vin', connections: 1 }
		]);
	});

	it('looks at one application alone', async () => {
		await hold('mine');
		const other = await newApplication(storage.context, 'Fleet');
		await insertConnection(storage.context, { id: 'theirs', clientId: other, granted: 'read_vin' });
		await use('theirs', 'read_vin', REHEARSED_START);
		expect(await found('read_vin')).toEqual([{ name: 'read_vin', connections: 1 }]);
		expect(await unusedPermissions(storage.context, other, ['read_odometer'])).toEqual([]);
	});
});
