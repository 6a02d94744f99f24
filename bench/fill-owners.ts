import { randomUUID } from 'node:crypto';
import { rulesOf } from '../src/lib/connect/protocol.ts';
import { signIn } from '../src/lib/connect/test-logins.ts';
import { createApplication } from '../src/lib/server/applications/applications.ts';
import { recordConsent } from '../src/lib/server/connect/consents.ts';
import { issueTokens } from '../src/lib/server/connect/token/issue.ts';
import { rememberAccount, vehiclesOf } from '../src/lib/server/connect/vehicle-accounts.ts';
import type { Transaction } from '../src/lib/server/context.ts';
import { randomSecret } from '../src/lib/server/digest.ts';
import { authorizations, connections } from '../src/lib/server/db/connect-schema.ts';
import { accountOwners, owners } from '../src/lib/server/db/owner-schema.ts';
import { onlyRow } from '../src/lib/server/db/rows.ts';
import { beginSession } from '../src/lib/server/owners/sessions.ts';
import { openStorage } from '../tools/storage.ts';

const MAKE = 'CHEVROLET';
const GRANTED = ['read_battery', 'read_charge', 'read_odometer'] as const;
const ASKED = [...GRANTED, 'read_location' as const].map((name) => ({
	name,
	required: name === 'read_battery'
}));

/** An app that reaches vehicles of one owner. */
export interface ReachingApp {
	readonly clientId: string;
	/** Reaches all of them. */
	readonly token: string;
	/** One of them. */
	readonly vehicleId: string;
}

/** An owner who is signed in, with the apps that reach their vehicles. */
export interface FilledOwner {
	readonly cookie: string;
	readonly apps: readonly ReachingApp[];
}

/** How many apps reach each of how many vehicles of an owner. */
export interface OwnersApps {
	readonly apps: number;
	readonly vehicles: number;
}

/** Prepares the database of a server that is not started yet: one owner for each of what is wanted. */
export async function fillOwners(
	file: string,
	wanted: readonly OwnersApps[]
): Promise<readonly FilledOwner[]> {
	const { engine, now } = await openStorage(file);
	const filled = await now().write(async (transaction) => {
		const all: FilledOwner[] = [];
		for (const [number, { apps, vehicles }] of wanted.entries()) {
			const owner = await addOwner(transaction, number, vehicles);
			const reaching: ReachingApp[] = [];
			for (let app = 0; app < apps; app++) reaching.push(await addApp(transaction, owner, app));
			all.push({ cookie: `owner=${owner.secret}`, apps: reaching });
		}
		return all;
	});
	await engine.close();
	return filled;
}

interface Owner {
	readonly secret: string;
	readonly accountId: string;
	readonly vehicleIds: readonly string[];
}

async function addOwner(transaction: Transaction, number: number, count: number): Promise<Owner> {
	const { db, now, machineNow } = transaction;
	const username = `owner-${number}@benchmark.example`;
	const account = signIn(username, { make: MAKE, singleSelectVin: null });
	const [car] = account.kind === 'vehicles' ? account.vehicles : [];
	if (!car) throw new TypeError('The account has no vehicles');
	const cars = Array.from({ length: count }, (_, at) => ({
		...car,
		vin: `0SC${String(number).padStart(4, '0')}${String(at).padStart(10, '0')}`
	}));
	const accountId = await rememberAccount(transaction, { make: MAKE, username }, cars);
	const vins = cars.map(({ vin }) => vin);
	const vehicleIds = (await vehiclesOf(transaction, accountId, vins)).map(({ id }) => id);
	const id = randomUUID();
	await db
		.insert(owners)
		.values({ id, address: username, addressKey: username, createdAt: machineNow });
	await db.insert(accountOwners).values({ ownerId: id, accountId, linkedAt: now });
	const secret = randomSecret();
	await beginSession(transaction, secret, { ownerId: id, browser: 'Bench' });
	return { secret, accountId, vehicleIds };
}

async function addApp(
	transaction: Transaction,
	{ accountId, vehicleIds }: Owner,
	number: number
): Promise<ReachingApp> {
	const { db, now } = transaction;
	const created = await createApplication(transaction, { name: `Benchmark ${number}` });
	if (!created.ok) throw new TypeError(created.kind);
	const { clientId } = created;
	const held = { clientId, accountId, mode: 'simulated' } as const;
	const facts = { ...held, granted: GRANTED, asked: ASKED, createdAt: now, updatedAt: now };
	await db
		.insert(connections)
		.values(vehicleIds.map((vehicleId) => ({ ...facts, id: randomUUID(), vehicleId })));
	const consentId = await recordConsent(transaction, {
		...{ ...held, vehicleIds, granted: GRANTED, asked: ASKED },
		...{ kind: 'granted', by: 'owner' }
	});
	const authorized = await db
		.insert(authorizations)
		.values({
			...{ ...held, vehicleIds, consentId, scope: GRANTED.join(' '), createdAt: now },
			...{ redirectUri: 'https://app.example/callback', redirectUriSent: true }
		})
		.returning({ id: authorizations.id });
	const issue = { scope: GRANTED, narrowed: false, flags: null } as const;
	const rules = rulesOf('platform');
	const issued = await issueTokens(transaction, onlyRow(authorized).id, rules, issue);
	return { clientId, token: issued.tokens.access_token, vehicleId: vehicleIds[0] ?? '' };
}
