import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inProject } from '../server/project.ts';
import { freePort } from '../tools/temporary-server.ts';
import { connectVehicle } from './connected-vehicle.ts';
import { median } from './figures.ts';
import { fillRequests } from './fill-requests.ts';
import { printRatio } from './line.ts';
import { processorTime } from './processor-time.ts';
import { getRequest, loadServer } from './socket-load.ts';
import { takeTurns } from './turns.ts';

/** What writes them takes some seconds until it is compiled. */
const TURNS = { rounds: 7, warmUp: 3 };
/** Milliseconds after which all is written that was noted: it runs once a second. */
const WRITTEN = 1200;
const CONNECTIONS = 16;

/** Each for some seconds, after each of which what was noted is written. */
const READINGS = [
	{ path: 'signals/odometer-traveleddistance', count: 40_000 },
	{ path: 'signals', count: 10_000 }
] as const;

interface Started {
	readonly origin: string;
	readonly pid: number;
	stop(): Promise<void>;
}

/** What it costs to take note of every request, beside none, and beside a million in the file. */
export async function benchRecording(): Promise<void> {
	console.log('\nReadings of a vehicle, with and without taking note of them');
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-'));
	const started: Started[] = [];
	try {
		const servers = [
			{ file: 'plain.db', how: 'plain', filled: false },
			{ file: 'recording.db', how: 'recording', filled: false },
			{ file: 'million.db', how: 'recording', filled: true }
		];
		const contestants = [];
		for (const { file, how, filled } of servers) {
			const path = join(folder, file);
			let server = await start(path, how);
			const { headers, vehicleId } = await connectVehicle(server.origin);
			if (filled) {
				await server.stop();
				fillRequests(path);
				server = await start(path, how);
			}
			started.push(server);
			const { origin, pid } = server;
			for (const { path: kind, count } of READINGS) {
				const request = getRequest(`${origin}/v3/vehicles/${vehicleId}/${kind}`, headers);
				contestants.push(async () => {
					const before = processorTime(pid);
					const load = { count, connections: CONNECTIONS };
					const { perSecond } = await loadServer(origin, [request], load);
					// So that nobody pays in their turn for what is written of another's.
					await setTimeout(WRITTEN);
					return { perSecond, ms: (processorTime(pid) - before) / count };
				});
			}
		}
		const turns = await takeTurns(contestants, TURNS);
		const [one, all, oneNoted, allNoted, oneOfMany, allOfMany] = turns.map((figures) => ({
			perSecond: median(figures.map(({ perSecond }) => perSecond)),
			ms: median(figures.map(({ ms }) => ms))
		}));
		print('one signal, noted', oneNoted, { name: 'without', ...one }, 1.1);
		print('all signals, noted', allNoted, { name: 'without', ...all }, 1.1);
		print('one signal, a million before', oneOfMany, { name: 'none before', ...oneNoted }, 1.2);
		print('all signals, a million before', allOfMany, { name: 'none before', ...allNoted }, 1.2);
	} finally {
		await Promise.all(started.map((server) => server.stop()));
		rmSync(folder, { recursive: true, force: true });
	}
}

interface Cost {
	readonly perSecond?: number;
	/** Of all processors, for one request. */
	readonly ms?: number;
}

/** @param most times as much as the peer of either */
function print(name: string, cost: Cost = {}, peer: Cost & { name: string }, most: number): void {
	const { perSecond = NaN, ms = NaN } = cost;
	const rate = { name: peer.name, value: peer.perSecond ?? NaN };
	printRatio(`${name}: requests`, perSecond, rate, '/s', { least: 1 / most });
	const time = { name: peer.name, value: peer.ms ?? NaN };
	printRatio(`${name}: processor time`, ms, time, 'ms', { most });
}

async function start(file: string, how: string): Promise<Started> {
	const port = String(await freePort());
	const program = inProject('bench/programs-server.ts');
	const child = spawn(process.execPath, [...process.execArgv, program, file, port, how], {
		// Its log, a line for each request, is let go.
		stdio: ['ignore', 'pipe', 'ignore']
	});
	const over = once(child, 'exit').then(([code]) => {
		throw new Error(`The server ended with ${String(code)}`);
	});
	over.catch(() => {});
	await Promise.race([once(child.stdout, 'data'), over]);
	if (child.pid === undefined) throw new TypeError('The server has no process');
	return {
		origin: `http://127.0.0.1:${port}`,
		pid: child.pid,
		async stop() {
			const exited = once(child, 'exit');
			child.kill('SIGTERM');
			await exited;
		}
	};
}
