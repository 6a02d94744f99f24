import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKeyFile } from '../src/lib/server/key-file.ts';
import { copyStorage } from '../src/lib/server/db/transfer/transfer.ts';
import { Nodes } from '../tools/nodes.ts';
import { databaseAt, startPostgres, withConnection } from '../tools/postgres-server.ts';
import { CONNECTIONS, Exchanger } from './exchange-load.ts';
import { median, quantile } from './figures.ts';
import { fillDatabase, type Prepared } from './fill-database.ts';
import { printFigure } from './line.ts';
import { countRoundTrips } from './round-trips.ts';

const ROUNDS = 5;
const EXCHANGES = 1500;
/** Exchanges one after the other, whose round trips are counted. */
const COUNTED = 100;

/** Measures the same exchanges on PostgreSQL, with one server and a sync to disk for each. */
export async function benchPostgres(): Promise<void> {
	console.log(`\nCode exchange on PostgreSQL, one node, ${CONNECTIONS} connections`);
	const database = await startPostgres({ isSafe: true });
	if (database === null) return console.log('  not measured: there is no PostgreSQL to be had');
	try {
		await withConnection(database.url, (client) => client.query('create database bench'));
		const url = databaseAt(database.url, 'bench');
		const prepared = await fillPostgres(url, (ROUNDS + 1) * EXCHANGES + 2 * COUNTED);
		await measureBursts(url, prepared);
		await measureRoundTrips(url, prepared);
	} finally {
		await database.stop();
	}
}

/** A database with the key that it is used with. */
interface Filled extends Prepared {
	readonly secretKey: string;
}

/** By way of a file, since the queries of this program are those of SQLite. */
async function fillPostgres(url: string, codes: number): Promise<Filled> {
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-fill-'));
	try {
		const file = join(folder, 'valetkey.db');
		const prepared = await fillDatabase(file, { codes });
		await copyStorage({ file }, { url });
		return { ...prepared, secretKey: readKeyFile(file) ?? '' };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function measureBursts(url: string, prepared: Filled): Promise<void> {
	const nodes = await Nodes.start(url, 1, prepared.secretKey);
	try {
		const client = new Exchanger({ ...prepared, url: `${nodes.originOf(0)}/oauth/token` });
		await client.burst(EXCHANGES);
		const bursts = [];
		for (let round = 0; round < ROUNDS; round++) bursts.push(await client.burst(EXCHANGES));
		printFigure('exchanges', median(bursts.map(({ perSecond }) => perSecond)), 'ex/s');
		const latencies = bursts.map((burst) => burst.latencies);
		const p99 = median(latencies.map((times) => quantile(times, 0.99)));
		printFigure('p50 of an exchange', median(latencies.map(median)), 'ms');
		printFigure('p99 of an exchange', p99, 'ms', { most: 100 });
	} finally {
		await nodes.stop();
	}
}

async function measureRoundTrips(url: string, prepared: Filled): Promise<void> {
	const way = await countRoundTrips(url);
	const nodes = await Nodes.start(way.url, 1, prepared.secretKey);
	try {
		// Those before were used up by the bursts.
		const codes = prepared.codes.slice(-2 * COUNTED);
		const client = new Exchanger({ ...prepared, codes, url: `${nodes.originOf(0)}/oauth/token` });
		await client.burst(COUNTED, 1);
		const before = way.trips();
		await client.burst(COUNTED, 1);
		const trips = (way.trips() - before) / COUNTED;
		printFigure('round trips to the database for one', trips, '', { most: 5 });
	} finally {
		await nodes.stop();
		await way.stop();
	}
}
