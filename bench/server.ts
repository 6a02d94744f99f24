import { findVehicleAccess } from '../scripts/page-weight.ts';
import { startTemporaryServer, type RunningServer } from '../scripts/temporary-server.ts';
import { buildBareApp, type BareApp } from './bare-app.ts';
import { median } from './figures.ts';
import { requestsPerSecond } from './http-load.ts';
import { printRatio } from './line.ts';

const STARTS = 5;
const ROUNDS = 3;
const REQUESTS = 400;

/** Measures the server beside a bare SvelteKit app, both in this run and in turns. */
export async function benchServer(): Promise<void> {
	console.log('\nServer, beside a bare SvelteKit page');
	const bareApp = buildBareApp();
	try {
		await benchReady(bareApp);
		await benchRequests(bareApp);
	} finally {
		bareApp.remove();
	}
}

async function benchReady(bareApp: BareApp): Promise<void> {
	const ours: number[] = [];
	const bare: number[] = [];
	for (let round = 0; round < STARTS; round++) {
		ours.push(await readyTime(() => startTemporaryServer()));
		bare.push(await readyTime(bareApp.start));
	}
	const peer = { name: 'a bare app', value: median(bare) };
	printRatio('ready after start, migrations included', median(ours), peer, 'ms', { most: 2 });
}

async function readyTime(start: () => Promise<RunningServer>): Promise<number> {
	const server = await start();
	await server.stop();
	return server.readyAfter;
}

async function benchRequests(bareApp: BareApp): Promise<void> {
	const server = await startTemporaryServer();
	const bareServer = await bareApp.start();
	try {
		const page = await findVehicleAccess(server.origin);
		await requestsPerSecond(page, REQUESTS);
		await requestsPerSecond(bareServer.origin, REQUESTS);
		const ours: number[] = [];
		const bare: number[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			ours.push(await requestsPerSecond(page, REQUESTS));
			bare.push(await requestsPerSecond(bareServer.origin, REQUESTS));
		}
		const peer = { name: 'a bare page', value: median(bare) };
		printRatio('Vehicle Access, rendered by the server', median(ours), peer, 'req/s', {
			least: 0.3
		});
	} finally {
		await Promise.all([server.stop(), bareServer.stop()]);
	}
}
