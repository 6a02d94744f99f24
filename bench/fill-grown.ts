import { randomUUID } from 'node:crypto';
import { happenTo } from '../src/lib/server/fleet/happen.ts';
import { driverOf } from '../tests/support/driver.ts';
import { openStorage } from '../tools/storage.ts';

/** What a database holds after years of use. */
export const GROWN = {
	applications: 1_000,
	versions: 20_000,
	connections: 20_000,
	routines: 2_000,
	sessions: 200_000
} as const;

/** A vehicle with a routine. */
export const LIVELY = 'vehicle-1';

/** Milliseconds between two sessions. */
const APART = 60_000;

const SELECTION = JSON.stringify([
	{ code: 'odometer-traveleddistance', required: false },
	{ code: 'tractionbattery-stateofcharge', required: true }
]);
const ACCESS = JSON.stringify(
	['read_battery', 'read_odometer'].map((name) => ({
		name,
		required: name === 'read_battery',
		neededBy: [],
		requiredBy: []
	}))
);
const ASKED = JSON.stringify([
	{ name: 'read_battery', required: true },
	{ name: 'read_charge', required: false },
	{ name: 'read_location', required: false },
	{ name: 'read_odometer', required: false },
	{ name: 'read_vin', required: false }
]);
const REQUEST = `{"responseType":"code","redirectUri":"https://app.example/callback","redirectUriSent":true,"state":"4d2c7f70-6a1b-4be4-a4cc-7b1b6e3f9a52","asked":${ASKED},"version":20000,"approvalPrompt":"force","mode":"simulated","make":null,"singleSelect":false,"singleSelectVin":null,"country":null,"user":null,"externalId":null,"vehicleId":null,"appOrigin":null,"codeChallenge":null,"refuse":[]}`;

/**
 * Fills a new database file with as much as {@link GROWN} says, nearly all of it in one application.
 * In SQL, since rows one by one would take minutes.
 *
 * @returns the client id of that application
 */
export async function fillGrown(file: string): Promise<string> {
	const { engine, now } = await openStorage(file);
	const clientId = randomUUID();
	await now().write(({ db, machineNow }) => {
		const driver = driverOf(db);
		const run = (rows: number, sql: string, facts: Readonly<Record<string, unknown>> = {}) => {
			const numbers =
				'with recursive number(n) as (select 1 union all select n + 1 from number where n < @rows)';
			driver.prepare(`${numbers} ${sql}`).run({ rows, now: machineNow, clientId, ...facts });
		};
		run(
			GROWN.applications,
			`insert into applications (client_id, client_id_made_here, name, mode, created_at, updated_at)
			select iif(n = 1, @clientId, printf('%08x-0000-4000-8000-000000000000', n)), 1,
				'Application ' || n, 'simulated', @now - @rows + n, @now from number`
		);
		driver
			.prepare(
				`insert into drafts (client_id, revision, selection, updated_at)
				select client_id, 1, @selection, updated_at from applications`
			)
			.run({ selection: SELECTION });
		run(
			GROWN.versions,
			`insert into versions (client_id, number, selection, access, scope, message, verdict,
				catalog_revision, published_by, published_at)
			select @clientId, n, @selection, @access, 'required:read_battery read_odometer',
				'Because of request ' || n, 'widens', 'an earlier one', 'You', @now - (@rows - n) * 1000
			from number`,
			{ selection: SELECTION, access: ACCESS }
		);
		run(
			GROWN.connections,
			`insert into vehicle_accounts (id, make, username, created_at)
			select 'account-' || n, 'CHEVROLET', 'account-' || n || '@example.com', @now
			from number`
		);
		run(
			GROWN.connections,
			`insert into vehicles (id, account_id, vin, make, model, year, level)
			select 'vehicle-' || n, 'account-' || n, printf('1G1%014d', n), 'CHEVROLET', 'Volt', 2023, 'bev'
			from number`
		);
		run(
			GROWN.connections,
			`insert into connections (id, client_id, vehicle_id, account_id, mode, granted, asked, version,
				created_at, updated_at)
			select 'connection-' || n, @clientId, 'vehicle-' || n, 'account-' || n, 'simulated',
				iif(n % 3 = 0, '["read_battery","read_odometer"]', '["read_battery","read_vin"]'),
				@asked, n, @now - n * 1000, @now - n * 1000 from number`,
			{ asked: ASKED }
		);
		run(
			GROWN.sessions,
			`insert into connect_sessions (id, client_id, browser_digest, request, steps, make, account_id,
				user, user_start, outcome, refused, furthest, choices, version, started_at, inserted_at, touched_at,
				ended_at)
			select printf('%08x-0000-4000-8000-000000000000', n), @clientId, randomblob(32), @request,
				'[{"screen":"preamble","at":' || (@now - n * @apart) || '},{"screen":"login","at":' ||
				(@now - n * @apart + 900) || '},{"screen":"grant","at":' || (@now - n * @apart + 1900) || '}]',
				'CHEVROLET', 'account-' || (n % 20000 + 1), iif(n % 2 = 0, 'user-' || (n % 5000), null),
				iif(n % 2 = 0, 'user-' || (n % 5000), null),
				iif(n % 3 = 0, 'granted', iif(n % 3 = 1, 'access_denied', null)),
				iif(n % 3 = 0, '["read_vin"]', '[]'), 'grant',
				'read_charge read_location read_odometer ' || iif(n % 3 = 0, '-', '') || 'read_vin',
				nullif(n % 7, 0),
				@now - n * @apart, @now, @now - n * @apart, iif(n % 3 = 2, null, @now - n * @apart + 3000)
			from number`,
			{ request: REQUEST, apart: APART }
		);
		return Promise.resolve();
	});
	await now().write(async (transaction) => {
		for (let number = 1; number <= GROWN.routines; number++) {
			await happenTo(transaction, `vehicle-${number}`, { event: 'routine', routine: 'commuter' });
		}
	});
	await engine.close();
	return clientId;
}
