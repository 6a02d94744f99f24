import { prepareConsents, type ConsentPage } from '../tools/consent-session.ts';
import { findVehicleAccess } from '../tools/page-weight.ts';
import { startTemporaryServer } from '../tools/temporary-server.ts';
import { buildBareApp } from './bare-app.ts';
import { median } from './figures.ts';
import { answersPerSecond, inTurn } from './http-load.ts';
import { printRatio } from './line.ts';
import { takeTurns } from './turns.ts';

const ROUNDS = 5;
const REQUESTS = 400;

/** Owners of one application, as many as there are connections. */
const FEW = 8;
/** Owners of as many applications: more than the server keeps pages, so that none is found again. */
const MANY = 300;

/** Measures pages beside that of a bare SvelteKit app, both in this run and in turns. */
export async function benchPages(): Promise<void> {
	console.log('\nPages, beside that of a bare SvelteKit app');
	const consent = Promise.withResolvers<readonly ConsentPage[]>();
	const server = await startTemporaryServer({
		fill: async (file) =>
			consent.resolve(await prepareConsents(file, [FEW, ...Array<number>(MANY).fill(1)]))
	});
	const bareApp = buildBareApp();
	const bareServer = await bareApp.start();
	try {
		const page = await findVehicleAccess(server.origin);
		const owners = (await consent.promise).map(({ path, cookie }) => ({
			url: `${server.origin}${path}`,
			headers: { cookie }
		}));
		const loads = [
			inTurn([{ url: page }]),
			inTurn(owners.slice(0, FEW)),
			inTurn(owners.slice(FEW)),
			inTurn([{ url: bareServer.origin }])
		].map((next) => () => answersPerSecond(next, REQUESTS));
		const figures = await takeTurns(loads, { rounds: ROUNDS });
		const [ours = NaN, consented = NaN, first = NaN, bare = NaN] = figures.map(median);
		const peer = { name: 'a bare page', value: bare };
		printRatio('Vehicle Access, rendered by the server', ours, peer, 'req/s', { least: 0.4 });
		printRatio("the owner's consent page", consented, peer, 'req/s', { least: 0.4 });
		printRatio('  to owners who are shown what nobody was yet', first, peer, 'req/s');
	} finally {
		await Promise.all([server.stop(), bareServer.stop()]);
		bareApp.remove();
	}
}
