import { sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { PermissionName } from '../src/lib/access/permission.ts';
import { createApplication } from '../src/lib/server/applications/applications.ts';
import { createSecret } from '../src/lib/server/applications/client-secrets.ts';
import { rememberAccount, vehiclesOf } from '../src/lib/server/connect/vehicle-accounts.ts';
import { digestOf, randomToken } from '../src/lib/server/digest.ts';
import { signIn } from '../src/lib/connect/test-logins.ts';
import { authorizations, connections } from '../src/lib/server/db/connect-schema.ts';
import type { Transaction } from '../src/lib/server/context.ts';
import { openStorage } from '../tools/storage.ts';
import { driverOf } from '../tests/support/driver.ts';
import type { Peer } from './peers/announce.ts';

const REDIRECT_URI = 'https://app.example/callback';
const MAKE = 'CHEVROLET';

/** Owners among whom the codes are spread. */
const OWNERS = 500;
/** Consents out of which the stored token pairs came. */
const SPENT = 100_000;

/** What a client of the prepared server knows. */
export type Prepared = Omit<Peer, 'url'>;

interface Owner {
	readonly id: string;
	readonly vehicleIds: readonly string[];
}

/**
 * Prepares the database of a server that is not started yet: an application with codes that wait
 * for their exchange, and with token pairs that were issued before.
 */
export async function fillDatabase(
	file: string,
	{ codes, pairs = 0 }: { readonly codes: number; readonly pairs?: number }
): Promise<Prepared> {
	const { engine, now } = await openStorage(file);
	const context = now();
	// Random digests touch every page of their indexes.
	await context.read(({ db }) => Promise.resolve(driverOf(db).pragma('cache_size = -400000')));
	const application = await createApplication(context, { name: 'Benchmark' });
	if (!application.ok) throw new TypeError(application.kind);
	const { clientId } = application;
	const secret = await createSecret(context, clientId, null);
	if (!secret.ok) throw new TypeError(secret.kind);
	const given = await context.write(async (transaction) => {
		const owners: Owner[] = [];
		for (let number = 0; number < OWNERS; number++) {
			owners.push(await connect(transaction, clientId, number));
		}
		if (pairs > 0) storePairs(transaction, { clientId, owner: owners[0], pairs });
		return giveCodes(transaction, { clientId, owners, codes });
	});
	await engine.close();
	return { clientId, clientSecret: secret.secret, redirectUri: REDIRECT_URI, codes: given };
}

/** An owner of one vehicle, which is connected. */
export async function connect(
	transaction: Transaction,
	clientId: string,
	number: number,
	granted: PermissionName = 'read_battery'
): Promise<Owner> {
	const username = `owner-${number}@benchmark.example`;
	const account = signIn(username, { make: MAKE, singleSelectVin: null });
	if (account.kind !== 'vehicles') throw new TypeError('The account has no vehicles');
	const id = await rememberAccount(transaction, { make: MAKE, username }, account.vehicles);
	const vins = account.vehicles.map(({ vin }) => vin);
	const vehicleIds = (await vehiclesOf(transaction, id, vins)).map((vehicle) => vehicle.id);
	const { now } = transaction;
	for (const vehicleId of vehicleIds) {
		await transaction.db.insert(connections).values({
			id: randomUUID(),
			clientId,
			vehicleId,
			accountId: id,
			mode: 'simulated',
			granted: [granted],
			asked: [{ name: granted, required: true }],
			createdAt: now,
			updatedAt: now
		});
	}
	return { id, vehicleIds };
}

async function giveCodes(
	{ db, now }: Transaction,
	{
		clientId,
		owners,
		codes
	}: { readonly clientId: string; readonly owners: readonly Owner[]; readonly codes: number }
): Promise<readonly string[]> {
	const insert = db
		.insert(authorizations)
		.values({
			clientId,
			accountId: sql.placeholder('accountId'),
			mode: 'simulated',
			vehicleIds: sql.placeholder('vehicleIds'),
			scope: 'read_battery',
			codeDigest: sql.placeholder('codeDigest'),
			redirectUri: REDIRECT_URI,
			redirectUriSent: true,
			createdAt: now
		})
		.prepare();
	const given: string[] = [];
	for (let number = 0; number < codes; number++) {
		const code = randomToken('uuid');
		const owner = owners[number % owners.length];
		const codeDigest = digestOf(code);
		await insert.execute({ accountId: owner?.id, vehicleIds: owner?.vehicleIds, codeDigest });
		given.push(code);
	}
	return given;
}

/** In SQL, since a million rows are many. */
function storePairs(
	{ db, now, machineNow }: Transaction,
	{
		clientId,
		owner,
		pairs
	}: { readonly clientId: string; readonly owner: Owner | undefined; readonly pairs: number }
): void {
	const driver = driverOf(db);
	const vehicleIds = JSON.stringify(owner?.vehicleIds);
	driver
		.prepare(
			`with recursive number(n) as (select 1 union all select n + 1 from number where n < ${SPENT})
			insert into authorizations (client_id, account_id, mode, vehicle_ids, scope, code_digest,
				redirect_uri, redirect_uri_sent, created_at, code_used_at)
			select ?, ?, 'simulated', ?, 'read_battery', randomblob(32), ?, 1, ?, ? from number`
		)
		.run(clientId, owner?.id, vehicleIds, REDIRECT_URI, now, now);
	driver
		.prepare(
			`with recursive number(n) as (select 1 union all select n + 1 from number where n < ${pairs})
			insert into token_pairs
				(authorization_id, access_digest, refresh_digest, tells_authorization, issued_at, inserted_at)
			select n % ${SPENT} + 1, randomblob(32), randomblob(32), 1, ?, ? from number`
		)
		.run(now, machineNow);
}
