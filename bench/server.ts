import { findVehicleAccess } from '../tools/page-weight.ts';
import { startTemporaryServer, type RunningServer } from '../tools/temporary-server.ts';
import { buildBareApp, type BareApp } from './bare-app.ts';
import { prepareConsent, type ConsentPage } from '../tools/consent-session.ts';
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
	const consent = Promise.withResolvers<ConsentPage>();
	const server = await startTemporaryServer({
		fill: async (file) => consent.resolve(await prepareConsent(file))
	});
	const bareServer = await bareApp.start();
	try {
		const page = await findVehicleAccess(server.origin);
		const { path, cookie } = await consent.promise;
		const loads = [
			() => requestsPerSecond(page, REQUESTS),
			() => requestsPerSecond(`${server.origin}${path}`, REQUESTS, { cookie }),
			() => requestsPerSecond(bareServer.origin, REQUESTS)
		];
		const [ours = NaN, consented = NaN, bare = NaN] = (await takeTurns(loads)).map(median);
		const peer = { name: 'a bare page', value: bare };
		printRatio('Vehicle Access, rendered by the server', ours, peer, 'req/s', { least: 0.3 });
		printRatio("the owner's consent page", consented, peer, 'req/s', { least: 0.3 });
	} finally {
		await Promise.all([server.stop(), bareServer.stop()]);
	}
}

/** What each measures, round by round; the first round only warms up. */
async function takeTurns(loads: readonly (() => Promise<number>)[]): Promise<number[][]> {
	const figures = loads.map((): number[] => []);
	for (let round = 0; round <= ROUNDS; round++) {
		for (const [index, load] of loads.entries()) {
			const figure = await load();
			if (round > 0) figures[index]?.push(figure);
		}
	}
	return figures;
}
