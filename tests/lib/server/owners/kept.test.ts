import { issueTokens } from '#lib/server/connect/token/issue.ts';
import type { Context } from '#lib/server/context.ts';
import { permissionUses } from '#lib/server/db/call-schema.ts';
import { authorizations, connections } from '#lib/server/db/connect-schema.ts';
import { linkAccount, listAccounts, unlinkAccount } from '#lib/server/owners/accounts.ts';
import { findApplication } from '#lib/server/owners/reach/find-application.ts';
import { findReceipt } from '#lib/server/owners/reach/find-receipt.ts';
import { listApplications } from '#lib/server/owners/reach/list-applications.ts';
import { listConsents } from '#lib/server/owners/reach/list-consents.ts';
import { listEnded } from '#lib/server/owners/reach/list-ended.ts';
import { revokeApplication } from '#lib/server/owners/reach/revoke-application.ts';
import { asOwner, type Owner } from '#lib/server/owners/actor.ts';
import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { rulesOf } from '#lib/connect/protocol.ts';
import { beforeEach, expect, it } from 'vitest';
import { connect, newApplication, OWNER } from '../../../support/connect.ts';
import { ownerContext } from '../../../support/owners.ts';
import { START } from '../../../support/storage.ts';
import { useTwoNodes } from '../../../support/two-nodes.ts';

const { one, other, heard } = useTwoNodes();
let clientId: string;
let sam: Owner;
let eve: Owner;
let accountId: string;

const ownerOf = ({ actor: { id, name } }: Context): Owner => ({ id, address: name });

/** All that an owner reads. */
async function seenBy(owner: Owner, context: Context) {
	const mine = asOwner(context, owner);
	const { consents } = await listConsents(mine);
	return {
		applications: (await listApplications(mine, { page: 1 })).applications,
		application: await findApplication(mine, clientId),
		ended: await listEnded(mine),
		accounts: await listAccounts(mine),
		kinds: consents.map(({ kind }) => kind),
		receipt: await findReceipt(mine, consents[0]?.id ?? 1)
	};
}

beforeEach(async () => {
	clientId = await newApplication(one());
	await connect(one(), clientId, {}, { vehicles: [0] });
	sam = ownerOf(await ownerContext(one()));
	eve = ownerOf(await ownerContext(one(), { address: 'eve@example.org', browser: 'another' }));
	const linked = await linkAccount(asOwner(one(), sam), { make: 'CHEVROLET', username: OWNER });
	accountId = linked.ok ? linked.accountId : '';
	// From here on both know all of it.
	for (const context of [one(), other()]) {
		expect(await seenBy(sam, context)).toMatchObject({ applications: [{ clientId }], ended: [] });
	}
});

it('what one server ends, the other one tells as ended', async () => {
	await revokeApplication(asOwner(one(), sam), clientId);
	await heard();
	expect(await seenBy(sam, other())).toMatchObject({
		applications: [],
		application: { vehicles: [{ ending: { by: 'you' } }] },
		ended: [{ clientId, by: 'you' }],
		kinds: ['revoked', 'granted'],
		receipt: { kind: 'revoked' }
	});
});

it('what one server unlinks, the other one shows no more', async () => {
	await unlinkAccount(asOwner(one(), sam), accountId);
	await heard();
	expect(await seenBy(sam, other())).toEqual({
		...{ applications: [], application: null, ended: [] },
		...{ accounts: [], kinds: [], receipt: null }
	});
});

it('what one owner was shown, no other one is', async () => {
	expect(await seenBy(eve, one())).toMatchObject({ applications: [], application: null });
	expect((await seenBy(eve, one())).receipt).toBeNull();
});

it('last uses are told although they are only noted', async () => {
	const [connection] = await one().read(({ db }) => db.select().from(connections));
	const connectionId = connection?.id ?? '';
	await one().note(({ db }) =>
		db.insert(permissionUses).values({ connectionId, permission: 'read_battery', lastUsedAt: 5000 })
	);
	expect(await seenBy(sam, one())).toMatchObject({
		applications: [{ lastUsedAt: 5000 }],
		application: { lastUses: [{ permission: 'read_battery', at: 5000 }] }
	});
});

it('what ends by itself is told by the time of each request', async () => {
	await one().write(async (transaction) => {
		const [given] = await transaction.db.select({ id: authorizations.id }).from(authorizations);
		const issue = { scope: ['read_battery'], narrowed: false, flags: null } as const;
		await issueTokens(transaction, given?.id ?? 0, rulesOf('platform'), issue);
	});
	const endsAt = async (time: number) => {
		const { applications, application } = await seenBy(sam, one(time));
		return [applications[0]?.endsByItself === null, application?.endsByItself === null];
	};
	expect(await endsAt(START)).toEqual([false, false]);
	expect(await endsAt(START + LIFETIMES.refreshToken)).toEqual([true, true]);
});
