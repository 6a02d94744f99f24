import { findAccessGrant } from '#lib/server/connect/token/access-token.ts';
import { accountOwners } from '#lib/server/db/owner-schema.ts';
import { ownerIdOf } from '#lib/server/owners/actor.ts';
import { revokeApplication } from '#lib/server/owners/reach/revoke-application.ts';
import { expect, it } from 'vitest';
import { createConnectedClient, giveCodes } from '../../../support/codes.ts';
import { listConsents } from '../../../support/list-consents.ts';
import { ownerContext } from '../../../support/owners.ts';
import { useStorage } from '../../../support/storage.ts';
import { exchange, refreshBy, tokensOf } from '../../../support/tokens.ts';

const storage = useStorage();

it('an app that refreshes and exchanges while two owners revoke reaches nothing after it', async () => {
	const { context } = storage;
	const client = await createConnectedClient(context);
	const owners = [
		await ownerContext(context),
		await ownerContext(context, { address: 'eve@example.org', browser: 'another' })
	];
	await context.write(({ db, now }) =>
		db
			.insert(accountOwners)
			.values(
				owners.map((owner) => ({ ownerId: ownerIdOf(owner), accountId: 'account', linkedAt: now }))
			)
	);
	const codes = await giveCodes(context, client.clientId, 12);
	const [before, late] = [codes.slice(0, 6), codes.slice(6)];
	const former = [];
	for (const code of before) former.push(tokensOf(await exchange(context, client, code)));
	const answers = await Promise.all([
		...former.slice(0, 3).map(({ refresh }) => refreshBy(context, client, refresh)),
		...late.slice(0, 3).map((code) => exchange(context, client, code)),
		...owners.map(async (owner) => {
			expect([0, 1]).toContain(await revokeApplication(owner, client.clientId));
			return null;
		}),
		...former.slice(3).map(({ refresh }) => refreshBy(context, client, refresh)),
		...late.slice(3).map((code) => exchange(context, client, code))
	]);
	const renewed = answers.flatMap((answer) => (answer?.status === 200 ? [tokensOf(answer)] : []));
	for (const { access, refresh } of [...former, ...renewed]) {
		expect((await findAccessGrant(context, access))?.vehicles).toEqual([]);
		expect((await refreshBy(context, client, refresh)).status).toBe(400);
	}
	expect(await listConsents(context)).toMatchObject([{ kind: 'revoked', by: 'owner' }]);
});
