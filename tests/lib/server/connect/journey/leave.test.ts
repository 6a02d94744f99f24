import { leave } from '#lib/server/connect/journey/leave.ts';
import { authorizations, connections, connectSessions } from '#lib/server/db/connect-schema.ts';
import { read } from '#lib/server/db/connection.ts';
import { describe, expect, it } from 'vitest';
import { createClient, freshCode, reachConsent } from '../../../../support/connect-flow.ts';
import { useDatabase } from '../../../../support/storage.ts';

useDatabase();

describe('RFC 6749 §4.1.2.1: an owner who denies', () => {
	it('leaves neither a connection nor an authorization behind', async () => {
		const traveller = await reachConsent(await createClient('strict'));
		const next = await leave(traveller, 'access_denied');
		expect(next).toMatchObject({ kind: 'redirect' });
		await read((db) => {
			expect(db.select().from(connections).all()).toEqual([]);
			expect(db.select().from(authorizations).all()).toEqual([]);
			const ended = db.select().from(connectSessions).all();
			expect(ended).toMatchObject([{ outcome: 'access_denied', authorizationId: null }]);
		});
	});

	it('changes nothing of what was granted before', async () => {
		const client = await createClient('strict');
		await freshCode(client);
		const before = await read((db) => db.select().from(connections).all());
		expect(before).not.toEqual([]);
		await leave(await reachConsent(client), 'access_denied');
		expect(await read((db) => db.select().from(connections).all())).toEqual(before);
	});
});
