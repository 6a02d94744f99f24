import { MAX_NAMED } from '#lib/access/impact.ts';
import { groupGrants } from '#lib/server/connect/grant-groups.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { sql } from 'drizzle-orm';
import { expect, describe, it } from 'vitest';
import { newApplication } from '../../../support/connect.ts';
import { insertConnection } from '../../../support/connections.ts';
import { REHEARSED_START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

describe('groupGrants', () => {
	it('counts what holds the same and names the first of it', async () => {
		const { context } = storage;
		const clientId = await newApplication(context);
		const other = await newApplication(context, 'Fleet');
		for (let index = 0; index < MAX_NAMED + 2; index += 1) {
			await insertConnection(context, {
				id: `c${index}`,
				clientId,
				updatedAt: REHEARSED_START - index
			});
		}
		await insertConnection(context, {
			id: 'v',
			clientId,
			granted: 'read_vin',
			updatedAt: REHEARSED_START - 99
		});
		await insertConnection(context, { id: 'x', clientId: other });
		const { read, damaged } = await groupGrants(context, clientId);
		const [most, least, ...rest] = read;
		expect(damaged).toBe(0);
		expect(most).toMatchObject({ granted: ['read_battery'], count: MAX_NAMED + 2 });
		expect(most?.named).toHaveLength(MAX_NAMED);
		expect(least).toEqual({
			granted: ['read_vin'],
			count: 1,
			named: [{ id: 'v', vehicle: 'Chevrolet Volt 2023', username: 'v@mail' }]
		});
		expect(rest).toEqual([]);
	});

	it('goes on without what is damaged, and counts all of it', async () => {
		const { context } = storage;
		const clientId = await newApplication(context);
		for (let index = 0; index < MAX_NAMED + 3; index += 1) {
			await insertConnection(context, { id: `c${index}`, clientId });
		}
		const wrong = sql`'["read_nope"]'`;
		await context.write(({ db }) => db.update(connections).set({ granted: wrong }).returning());
		await insertConnection(context, { id: 'v', clientId, granted: 'read_vin' });
		expect(await groupGrants(context, clientId)).toMatchObject({
			read: [{ granted: ['read_vin'], count: 1 }],
			damaged: MAX_NAMED + 3
		});
	});
});
