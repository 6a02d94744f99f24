import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { updateProtocol } from '#lib/server/applications/sandbox-settings.ts';
import { disconnect } from '#lib/server/connect/disconnect.ts';
import type { Context } from '#lib/server/context.ts';
import { linkAccount } from '#lib/server/owners/accounts.ts';
import { findApplication } from '#lib/server/owners/reach/find-application.ts';
import { listApplications } from '#lib/server/owners/reach/list-applications.ts';
import { listConsents } from '#lib/server/owners/reach/list-consents.ts';
import { findReceipt } from '#lib/server/owners/reach/find-receipt.ts';
import { listEnded } from '#lib/server/owners/reach/list-ended.ts';
import { revokeApplication } from '#lib/server/owners/reach/revoke-application.ts';
import { takeBack } from '#lib/server/owners/reach/take-back.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	connect,
	newApplication,
	newSecret,
	OWNER,
	publishItems
} from '../../../support/connect.ts';
import { listConnections } from '../../../support/list-connections.ts';
import { ownerContext } from '../../../support/owners.ts';
import { AHEAD, REHEARSED_START, START, useStorage } from '../../../support/storage.ts';
import { exchange, refreshBy, tokensOf, type Client } from '../../../support/tokens.ts';
import { machineTokenOf } from '../../../support/v3.ts';

const storage = useStorage();
const DAY = 86_400_000;
let context: Context;
let sam: Context;
let eve: Context;
let client: Client;
beforeEach(async () => {
	context = storage.context;
	const clientId = await newApplication(context);
	client = { clientId, secret: await newSecret(context, clientId) };
	sam = await ownerContext(context);
	eve = await ownerContext(context, { address: 'eve@example.org', browser: 'another' });
	for (const owner of [sam, eve]) await linkAccount(owner, { make: 'CHEVROLET', username: OWNER });
});

const later = (days: number) => storage.at(START + days * DAY);
const find = (owner = sam) => findApplication(owner, client.clientId);
const endFor = async (owner = sam) => (await find(owner))?.endsByItself;
const tokens = async (at = context, choice = {}) =>
	tokensOf(
		await exchange(
			at,
			client,
			await connect(at, client.clientId, { approval_prompt: 'force' }, choice)
		)
	);

describe('when access ends by itself', () => {
	const ends = (days: number) => ({
		at: REHEARSED_START + days * DAY + LIFETIMES.refreshToken,
		ifUnused: true
	});

	it('is told by the last refresh token, and put off by its use', async () => {
		await connect(context, client.clientId);
		expect(await endFor()).toBeNull();
		const { refresh } = await tokens();
		expect(await endFor()).toEqual(ends(0));
		await refreshBy(later(10), client, refresh);
		expect(await endFor()).toEqual(ends(10));
		const { applications } = await listApplications(sam, { page: 1 });
		expect(applications).toMatchObject([{ endsByItself: ends(10), unusedDays: null }]);
		const late = await ownerContext(later(48), { address: 'sam@example.org' });
		expect((await listApplications(late, { page: 1 })).applications).toMatchObject([
			{ endsByItself: ends(10), unusedDays: 48 }
		]);
	});

	it('is the same with each refresh where the rules count from the consent', async () => {
		await updateProtocol(context, client.clientId, 'strict');
		const { refresh } = await tokens();
		await refreshBy(later(10), client, refresh);
		expect(await endFor()).toEqual({ ...ends(0), ifUnused: false });
	});

	it('goes by the vehicles that are still reached', async () => {
		await tokens(later(0), { vehicles: [0] });
		await tokens(later(5), { vehicles: [1] });
		expect(await endFor()).toEqual(ends(5));
		const [newest] = await listConnections(context, client.clientId);
		await takeBack(sam, client.clientId, { connectionId: newest?.id ?? '' });
		expect(await endFor()).toEqual(ends(0));
	});

	it('is never where a server of the app reaches vehicles by itself, and no more once it is over', async () => {
		await tokens();
		const late = await ownerContext(later(61), { address: 'eve@example.org' });
		expect(await endFor(late)).toBeNull();
		await machineTokenOf(context, client.clientId);
		expect(await endFor()).toBeNull();
	});
});

describe('that a permission is not given', () => {
	const notGiven = async (owner: Context) =>
		Object.fromEntries((await find(owner))?.notGiven ?? []);

	it('is told with how, when and by whom', async () => {
		const scope = 'read_battery read_charge read_odometer';
		const ticked = 'read_battery read_charge';
		await connect(context, client.clientId, { scope }, { ticked });
		const acting = await ownerContext(later(1), { address: 'sam@example.org' });
		await takeBack(acting, client.clientId, { permission: 'read_charge' });
		const left = { how: 'left-out', by: 'account', at: REHEARSED_START };
		const taken = { how: 'taken-back', at: REHEARSED_START + DAY };
		expect(await notGiven(sam)).toEqual({
			read_odometer: left,
			read_charge: { ...taken, by: 'you' }
		});
		expect(await notGiven(eve)).toMatchObject({ read_charge: { by: 'another' } });
	});
});

describe('applications that ended', () => {
	it('stand by themselves, with when and by whom, the last one first', async () => {
		await connect(context, client.clientId);
		expect(await listEnded(sam)).toEqual([]);
		const other = await newApplication(context, 'Trip Book');
		await connect(context, other, {}, { vehicles: [0] });
		const [connection] = await listConnections(context, other);
		await disconnect(later(1), other, connection?.id ?? '');
		const acting = await ownerContext(later(2), { address: 'sam@example.org' });
		await revokeApplication(acting, client.clientId);
		const at = (days: number) => START + AHEAD + days * DAY;
		const planner = { clientId: client.clientId, name: 'Charge Planner', at: at(2) };
		const book = { clientId: other, name: 'Trip Book', at: at(1), by: 'operator' };
		const receipt = expect.any(Number);
		expect(await listEnded(sam)).toEqual([
			{ ...planner, by: 'you', receipt },
			{ ...book, receipt }
		]);
		expect(await listEnded(eve)).toMatchObject([{ ...planner, by: 'another' }, book]);
		for (const { clientId, at, receipt } of await listEnded(sam)) {
			const ending = { kind: 'revoked', at, application: { clientId } };
			expect(await findReceipt(sam, receipt ?? 0)).toMatchObject(ending);
		}
		expect((await find(eve))?.vehicles[0]?.ending).toEqual({ at: at(2), by: 'another' });
		await connect(later(3), client.clientId, {}, { vehicles: [0] });
		expect((await listEnded(sam)).map(({ name }) => name)).toEqual(['Trip Book']);
	});

	it('are nobody else’s', async () => {
		await connect(context, client.clientId, {}, { username: 'eve@example.com' });
		const [connection] = await listConnections(context, client.clientId);
		await disconnect(context, client.clientId, connection?.id ?? '');
		expect(await listEnded(sam)).toEqual([]);
	});
});

describe('the history of something taken back', () => {
	it('says of each consent the version that was asked for, and what was left', async () => {
		const { clientId } = client;
		const items = ['odometer-traveleddistance', 'tractionbattery-stateofcharge'];
		await publishItems(context, clientId, ...items);
		await connect(context, clientId, { scope: '' }, { vehicles: [0] });
		await takeBack(sam, clientId, { permission: 'read_odometer' });
		await revokeApplication(eve, clientId);
		const told = (await listConsents(sam)).consents.map((one) => [
			one.kind,
			one.by,
			one.version,
			one.granted
		]);
		expect(told).toEqual([
			['revoked', 'another', 1, []],
			['narrowed', 'you', 1, ['read_battery']],
			['granted', 'account', 1, ['read_battery', 'read_odometer']]
		]);
	});
});
