import { startTemporaryServer, type RunningServer } from '../tools/temporary-server.ts';
import { buildBareApp } from './bare-app.ts';
import { connectVehicle } from './connected-vehicle.ts';
import { constantDocument } from './constant-document.ts';
import { median, quantile } from './figures.ts';
import { printFigure, printRatio } from './line.ts';
import { MOCKS, startMock } from './peers/mocks.ts';
import { processorTime } from './processor-time.ts';
import { getRequest, loadServer } from './socket-load.ts';
import { takeTurns } from './turns.ts';

const TURNS = { rounds: 7, warmUp: 2 };
const REQUESTS = 3000;
/** Of servers that take a while for each. */
const FEWER = 300;
const CONNECTIONS = 16;

interface Contestant {
	readonly name: string;
	readonly server: RunningServer;
	readonly request: string;
	readonly requests?: number;
}

interface Turn {
	readonly perSecond: number;
	readonly p99: number;
	/** Milliseconds that one request took of the processors. */
	readonly processor: number;
}

/** Measures one reading by each API beside a constant of other servers, in turns. */
export async function benchVehicleApi(): Promise<void> {
	console.log(
		`\nOne reading of a vehicle, ${CONNECTIONS} connections, beside a constant of others`
	);
	const ours = await startTemporaryServer({ env: { RATE_LIMITS: 'off' } });
	const bareApp = buildBareApp();
	const bare = await bareApp.start();
	const servers = [ours, bare];
	try {
		const { headers, vehicleId } = await connectVehicle(ours.origin);
		const path = `/vehicles/${vehicleId}/signals/odometer-traveleddistance`;
		const v3 = `${ours.origin}/v3${path}`;
		const v2 = `${ours.origin}/v2.0/vehicles/${vehicleId}/odometer`;
		const contestants: Contestant[] = [
			{
				name: 'GET /v3/vehicles/{id}/signals/{code}',
				server: ours,
				request: getRequest(v3, headers)
			},
			{ name: 'GET /v2.0/vehicles/{id}/odometer', server: ours, request: getRequest(v2, headers) },
			{ name: 'a bare endpoint', server: bare, request: getRequest(`${bare.origin}/constant`) }
		];
		const document = await constantDocument(ours.origin, v3, headers);
		for (const mock of MOCKS) {
			const server = await startMock(mock, document, path);
			if (!server) continue;
			servers.push(server);
			const request = getRequest(`${server.origin}${path}`, headers);
			const name = `${mock.name}, by our OpenAPI file`;
			contestants.push({ name, server, request, requests: FEWER });
		}
		const turns = await takeTurns(
			contestants.map((contestant) => () => turnOf(contestant)),
			TURNS
		);
		print(contestants.map(({ name }, index) => ({ name, ...middleOf(turns[index] ?? []) })));
	} finally {
		await Promise.all(servers.map((server) => server.stop()));
		bareApp.remove();
	}
}

async function turnOf({ server, request, requests: count = REQUESTS }: Contestant): Promise<Turn> {
	const before = processorTime(server.pid);
	const load = { count, connections: CONNECTIONS };
	const { perSecond, latencies } = await loadServer(server.origin, [request], load);
	const processor = (processorTime(server.pid) - before) / count;
	return { perSecond, processor, p99: quantile(latencies, 0.99) };
}

function middleOf(turns: readonly Turn[]): Turn {
	const of = (key: keyof Turn) => median(turns.map((turn) => turn[key]));
	return { perSecond: of('perSecond'), p99: of('p99'), processor: of('processor') };
}

type Measured = Turn & { readonly name: string };

function print([v3, v2, ...peers]: readonly Measured[]): void {
	for (const ours of [v3, v2]) {
		if (!ours) continue;
		for (const { name, perSecond: value } of peers) {
			printRatio(ours.name, ours.perSecond, { name, value }, 'req/s', { least: 1 });
		}
		const [bare] = peers;
		const peer = { name: bare?.name ?? '', value: bare?.processor ?? NaN };
		printRatio('  processor time of a request', ours.processor, peer, 'ms');
		printFigure('  99 of 100 are answered within', ours.p99, 'ms', { most: 30 });
	}
}
