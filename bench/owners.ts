import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyStorage } from '../src/lib/server/db/transfer/transfer.ts';
import { keyFileOf, readKeyFile } from '../src/lib/server/key-file.ts';
import { Nodes } from '../tools/nodes.ts';
import { databaseAt, startPostgres, withConnection } from '../tools/postgres-server.ts';
import { startTemporaryServer } from '../tools/temporary-server.ts';
import { quantile } from './figures.ts';
import { fillOwners, type FilledOwner, type OwnersApps } from './fill-owners.ts';
import { fetchOnce } from './http-load.ts';
import { printFigure } from './line.ts';
import { benchPortalPages } from './portal-pages.ts';
import { measureRevocations } from './revocations.ts';

const MANY = 1_000;
const LISTED_VEHICLES = 50;

/** An owner of one vehicle, one of many vehicles, and one whose list is long. */
const OWNERS: readonly OwnersApps[] = [
	{ apps: 60, vehicles: 1 },
	{ apps: 20, vehicles: MANY },
	{ apps: 20, vehicles: LISTED_VEHICLES }
];
const OPENED = 40;

/** Measures the owners' portal: taking access back, and its pages. */
export async function benchOwners(): Promise<void> {
	await benchPortalPages();
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-owners-'));
	try {
		const file = join(folder, 'valetkey.db');
		const filled = await fillOwners(file, OWNERS);
		await onSqlite(file, filled);
		await onPostgres(file, filled);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function onSqlite(file: string, filled: readonly FilledOwner[]): Promise<void> {
	console.log('\nOwners, on SQLite');
	const server = await startTemporaryServer({
		env: { RATE_LIMITS: 'off' },
		fill: (target) => {
			copyFileSync(file, target);
			copyFileSync(keyFileOf(file), keyFileOf(target));
			return Promise.resolve();
		}
	});
	try {
		await measureOwners(server.origin, filled);
	} finally {
		await server.stop();
	}
}

async function onPostgres(file: string, filled: readonly FilledOwner[]): Promise<void> {
	console.log('\nOwners, on PostgreSQL');
	const database = await startPostgres({ isSafe: true });
	if (database === null) return console.log('  not measured: there is no PostgreSQL to be had');
	try {
		await withConnection(database.url, (client) => client.query('create database bench'));
		const url = databaseAt(database.url, 'bench');
		await copyStorage({ file }, { url });
		const nodes = await Nodes.start(url, 1, readKeyFile(file) ?? '');
		try {
			await measureOwners(nodes.originOf(0), filled);
		} finally {
			await nodes.stop();
		}
	} finally {
		await database.stop();
	}
}

async function measureOwners(origin: string, filled: readonly FilledOwner[]): Promise<void> {
	const [few, many, listed] = filled;
	if (!few || !many || !listed) throw new TypeError('There is no owner');
	const connections = listed.apps.length * LISTED_VEHICLES;
	const times: number[] = [];
	for (let opened = 0; opened < OPENED; opened++) {
		const began = performance.now();
		// With a query it is rendered each time.
		await fetchOnce(`${origin}/my/applications?page=1`, false, { cookie: listed.cookie });
		times.push(performance.now() - began);
	}
	const name = `p95 of opening a list of ${connections.toLocaleString('en')} connections`;
	printFigure(name, quantile(times, 0.95), 'ms', { most: 300 });
	await measureRevocations('1 vehicle each', origin, few);
	await measureRevocations(`${MANY.toLocaleString('en')} vehicles each`, origin, many);
}
