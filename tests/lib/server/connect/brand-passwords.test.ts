import { changePassword, moveBrand } from '#lib/server/connect/brand-passwords.ts';
import { begin } from '#lib/server/connect/journey/begin.ts';
import type { Context } from '#lib/server/context.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { vehicleAccounts, vehicles } from '#lib/server/db/vehicle-schema.ts';
import { findCallable } from '#lib/server/fleet/calls/facts.ts';
import { signInAgainUrl } from '#lib/server/programs/sign-in-again.ts';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	allow,
	connect,
	ISSUER,
	newApplication,
	newTraveller,
	OWNER,
	signInAs
} from '../../../support/connect.ts';
import { signInAgainBy } from '../../../support/sign-in-again.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let context: Context;
let clientId: string;

beforeEach(async () => {
	({ context } = storage);
	clientId = await newApplication(context);
});

/** The standing connections, by what their next call meets. */
const calls = () =>
	context.read(async (transaction) => {
		const rows = await transaction.db.select().from(connections).orderBy(connections.createdAt);
		return Promise.all(
			rows.map(async ({ id, vehicleId, clientId: application }) => ({
				application,
				vehicleId,
				works: (await findCallable(transaction, id))?.passwordCurrent
			}))
		);
	});

const works = async (application = clientId) =>
	(await calls()).filter((one) => one.application === application).map((one) => one.works);

/** Of the first account that signs in: all of them connect at the same moment. */
async function someVehicle(): Promise<string> {
	const [first] = await context.read(({ db }) =>
		db
			.select({ id: vehicles.id })
			.from(vehicles)
			.innerJoin(vehicleAccounts, eq(vehicleAccounts.id, vehicles.accountId))
			.where(eq(vehicleAccounts.username, OWNER))
			.orderBy(vehicles.vin)
	);
	if (!first) throw new Error('Nothing is connected');
	return first.id;
}

/** Opens what `resolution.url` of a refused call says, and signs in. */
const signInAgain = (application: string, vehicleId: string, username = OWNER) =>
	signInAgainBy(
		context,
		signInAgainUrl(ISSUER, { clientId: application, vehicleId, mode: 'simulated' }),
		username
	);

describe('a changed brand password', () => {
	it('stops the calls of every connection of the account, and no other', async () => {
		await connect(context, clientId);
		await connect(context, clientId, {}, { username: 'somebody-else@example.com' });
		expect(await works()).toEqual([true, true, true]);
		expect(await changePassword(context, await someVehicle())).toBe(true);
		expect((await works()).toSorted()).toEqual([false, false, true]);
	});

	it('is none where there is no such vehicle', async () => {
		expect(await changePassword(context, 'nothing')).toBe(false);
	});

	it('is over once the owner signed in again, for all vehicles of the account', async () => {
		await connect(context, clientId);
		const vehicleId = await someVehicle();
		await changePassword(context, vehicleId);
		await changePassword(context, vehicleId);
		const next = await signInAgain(clientId, vehicleId);
		expect(next.kind === 'redirect' && new URL(next.location).searchParams.get('vehicle_id')).toBe(
			vehicleId
		);
		expect(await works()).toEqual([true, true]);
		await changePassword(context, vehicleId);
		expect(await works()).toEqual([false, false]);
	});

	it('stays where another account signs in', async () => {
		await connect(context, clientId);
		const vehicleId = await someVehicle();
		await connect(context, clientId, {}, { username: 'somebody-else@example.com' });
		await changePassword(context, vehicleId);
		expect(await signInAgain(clientId, vehicleId, 'somebody-else@example.com')).toEqual({
			kind: 'refused',
			fault: 'other-account'
		});
		expect(await works()).toContain(false);
	});

	it('takes a sign-in for each of two applications on one account', async () => {
		const other = await newApplication(context, 'Fleet Viewer');
		await connect(context, clientId);
		await connect(context, other);
		const vehicleId = await someVehicle();
		await changePassword(context, vehicleId);
		await signInAgain(other, vehicleId);
		expect([await works(), await works(other)]).toEqual([
			[false, false],
			[true, true]
		]);
		await signInAgain(clientId, vehicleId);
		expect(await works()).toEqual([true, true]);
	});

	it('is over with a new consent, too', async () => {
		await connect(context, clientId);
		await changePassword(context, await someVehicle());
		const { traveller } = await signInAs(context, await opened());
		await allow(context, traveller);
		expect(await works()).toEqual([true, true]);
	});

	it('is not met by a vehicle that is connected after it', async () => {
		await connect(context, clientId, {}, { vehicles: [0] });
		await changePassword(context, await someVehicle());
		const other = await newApplication(context, 'Fleet Viewer');
		await connect(context, other);
		expect([await works(), await works(other)]).toEqual([[false], [true, true]]);
	});
});

async function opened() {
	const traveller = await newTraveller(context, clientId, { approval_prompt: 'force' });
	await begin(context, traveller, { country: null, language: 'en' });
	return traveller;
}

describe('a brand that moved to a new platform', () => {
	it('asks all its owners to sign in, and those of no other brand', async () => {
		await connect(context, clientId);
		await connect(context, clientId, {}, { username: 'somebody-else@example.com' });
		await connect(context, clientId, { make: 'TESLA' });
		expect(await moveBrand(context, 'CHEVROLET')).toBe(2);
		expect((await works()).toSorted()).toEqual([false, false, false, true, true]);
		expect(await moveBrand(context, 'NOBODY')).toBe(0);
	});
});
