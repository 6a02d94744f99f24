import { MAX_NAMED } from '#lib/access/impact.ts';
import { groupGrants } from '#lib/server/connect/grant-groups.ts';
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
		const [most, least, ...rest] = await groupGrants(context, clientId);
		expect(most).toMatchObject({ granted: ['read_battery'], count: MAX_NAMED + 2 });
		expect(most?.named).toHaveLength(MAX_NAMED);
		expect(least).toEqual({
			granted: ['read_vin'],
			count: 1,
			named: [{ id: 'v', vehicle: 'Chevrolet Volt 2023', username: 'v@mail' }]
		});
		expect(rest).toEqual([]);
	});
});
