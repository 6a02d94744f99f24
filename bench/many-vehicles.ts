import { startTemporaryServer } from '../tools/temporary-server.ts';
import { median } from './figures.ts';
import { fillVehicles, type TokenOfVehicle } from './fill-vehicles.ts';
import { printRatio } from './line.ts';
import { processorTime } from './processor-time.ts';
import { getRequest, loadServer } from './socket-load.ts';
import { takeTurns } from './turns.ts';

const MANY = 10_000;
const FEW = 100;
const TURNS = { rounds: 5, warmUp: 1 };
const CONNECTIONS = 16;

/** Measures readings of many vehicles, one after the other and each by its owner's token, beside few. */
export async function benchManyVehicles(): Promise<void> {
	console.log(`\nOne reading of each of ${MANY.toLocaleString('en')} vehicles`);
	const both = [await startWith(MANY), await startWith(FEW)];
	try {
		const turns = await takeTurns(
			both.map(({ server, requests }) => async () => {
				const before = processorTime(server.pid);
				const load = { count: MANY, connections: CONNECTIONS };
				const { perSecond } = await loadServer(server.origin, requests, load);
				return { wall: 1000 / perSecond, processor: (processorTime(server.pid) - before) / MANY };
			}),
			TURNS
		);
		const [many = [], few = []] = turns;
		const what = { wall: 'time of a request', processor: 'the same of the processors' } as const;
		for (const key of ['wall', 'processor'] as const) {
			const of = (figures: typeof many) => median(figures.map((figure) => figure[key]));
			const peer = { name: `with ${FEW} vehicles`, value: of(few) };
			printRatio(what[key], of(many), peer, 'ms', { most: 1.2 });
		}
	} finally {
		await Promise.all(both.map(({ server }) => server.stop()));
	}
}

async function startWith(vehicles: number) {
	const filled = Promise.withResolvers<readonly TokenOfVehicle[]>();
	const server = await startTemporaryServer({
		env: { RATE_LIMITS: 'off' },
		fill: async (file) => filled.resolve(await fillVehicles(file, vehicles))
	});
	const requests = (await filled.promise).map(({ token, vehicleId }) =>
		getRequest(`${server.origin}/v3/vehicles/${vehicleId}/signals/odometer-traveleddistance`, {
			authorization: `Bearer ${token}`
		})
	);
	return { server, requests };
}
