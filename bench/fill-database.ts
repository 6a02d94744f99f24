import { sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { createApplication } from '../src/lib/server/applications.ts';
import { createSecret } from '../src/lib/server/client-secrets.ts';
import { rememberAccount, vehiclesOf } from '../src/lib/server/connect/accounts.ts';
import { digestOf, randomToken } from '../src/lib/server/connect/digest.ts';
import { signIn } from '../src/lib/connect/test-logins.ts';
import {
	connectDatabase,
	disconnectDatabase,
	read,
	write
} from '../src/lib/server/db/connection.ts';
import { authorizations, connections } from '../src/lib/server/db/connect-schema.ts';
import type { Db } from '../src/lib/server/db/open.ts';
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
	connectDatabase(file);
	// Random digests touch every page of their indexes.
	await read((db) => db.run(sql`pragma cache_size = -400000`));
	const application = await createApplication({ name: 'Benchmark' });
	if (!application.ok) throw new TypeError(application.message);
	const { clientId } = application;
	const secret = await createSecret(clientId, null);
	if (!secret.ok) throw new TypeError(secret.message);
	const given = await write((db) => {
		const owners = Array.from({ length: OWNERS }, (_, number) => connect(db, clientId, number));
		if (pairs > 0) storePairs(db, { clientId, owner: owners[0], pairs });
		return giveCodes(db, { clientId, owners, codes });
	});
	disconnectDatabase();
	return { clientId, clientSecret: secret.secret, redirectUri: REDIRECT_URI, codes: given };
}

function connect(db: Db, clientId: string, number: number): Owner {
	const username = `owner-${number}@benchmark.example`;
	const account = signIn(username, { make: MAKE, singleSelectVin: null });
	if (account.kind !== 'vehicles') throw new TypeError('The account has no vehicles');
	const id = rememberAccount(db, { mode: 'simulated', make: MAKE, username }, account.vehicles);
	const vins = account.vehicles.map(({ vin }) => vin);
	const vehicleIds = vehiclesOf(db, id, vins).map((vehicle) => vehicle.id);
	const now = Date.now();
	for (const vehicleId of vehicleIds) {
		db.insert(connections)
			.values({
				id: randomUUID(),
				clientId,
				vehicleId,
				ownerId: id,
				granted: ['read_battery'],
				asked: [{ name: 'read_battery', required: true }],
				createdAt: now,
				updatedAt: now
			})
			.run();
	}
	return { id, vehicleIds };
}

function giveCodes(
	db: Db,
	{
		clientId,
		owners,
		codes
	}: { readonly clientId: string; readonly owners: readonly Owner[]; readonly codes: number }
): readonly string[] {
	const insert = db
		.insert(authorizations)
		.values({
			clientId,
			ownerId: sql.placeholder('ownerId'),
			vehicleIds: sql.placeholder('vehicleIds'),
			scope: 'read_battery',
			codeDigest: sql.placeholder('codeDigest'),
			redirectUri: REDIRECT_URI,
			redirectUriSent: true,
			createdAt: Date.now()
		})
		.prepare();
	return Array.from({ length: codes }, (_, number) => {
		const code = randomToken('uuid');
		const owner = owners[number % owners.length];
		insert.run({ ownerId: owner?.id, vehicleIds: owner?.vehicleIds, codeDigest: digestOf(code) });
		return code;
	});
}

/** In SQL, since a million rows are many. */
function storePairs(
	db: Db,
	{
		clientId,
		owner,
		pairs
	}: { readonly clientId: string; readonly owner: Owner | undefined; readonly pairs: number }
): void {
	const now = Date.now();
	const vehicleIds = JSON.stringify(owner?.vehicleIds);
	db.run(sql`
		with recursive number(n) as (select 1 union all select n + 1 from number where n < ${SPENT})
		insert into authorizations (client_id, owner_id, vehicle_ids, scope, code_digest,
			redirect_uri, redirect_uri_sent, created_at, code_used_at)
		select ${clientId}, ${owner?.id}, ${vehicleIds}, 'read_battery', randomblob(32),
			${REDIRECT_URI}, 1, ${now}, ${now} from number`);
	db.run(sql`
		with recursive number(n) as (select 1 union all select n + 1 from number where n < ${pairs})
		insert into token_pairs (authorization_id, access_digest, refresh_digest, issued_at)
		select n % ${SPENT} + 1, randomblob(32), randomblob(32), ${now} from number`);
}
