import { prepareConsent, type ConsentPage } from '../tools/consent-session.ts';
import { findVehicleAccess } from '../tools/page-weight.ts';
import { startTemporaryServer } from '../tools/temporary-server.ts';
import { buildBareApp } from './bare-app.ts';
import { median } from './figures.ts';
import { requestsPerSecond } from './http-load.ts';
import { printRatio } from './line.ts';
import { signInOwner } from './owner-sign-in.ts';
import { takeTurns } from './turns.ts';

const ROUNDS = 5;
const REQUESTS = 400;

/** Measures pages beside that of a bare SvelteKit app, both in this run and in turns. */
export async function benchPages(): Promise<void> {
	console.log('\nPages, beside that of a bare SvelteKit app');
	const consent = Promise.withResolvers<ConsentPage>();
	const server = await startTemporaryServer({
		fill: async (file) => consent.resolve(await prepareConsent(file))
	});
	const bareApp = buildBareApp();
	const bareServer = await bareApp.start();
	try {
		const page = await findVehicleAccess(server.origin);
		const { path, cookie } = await consent.promise;
		const owner = await signInOwner(server.origin);
		const portal = `${server.origin}/my/applications`;
		const loads = [
			() => requestsPerSecond(page, REQUESTS),
			() => requestsPerSecond(`${server.origin}${path}`, REQUESTS, { cookie }),
			() => requestsPerSecond(portal, REQUESTS, { cookie: owner }),
			() => requestsPerSecond(bareServer.origin, REQUESTS)
		];
		const figures = await takeTurns(loads, { rounds: ROUNDS });
		const [ours = NaN, consented = NaN, owned = NaN, bare = NaN] = figures.map(median);
		const peer = { name: 'a bare page', value: bare };
		printRatio('Vehicle Access, rendered by the server', ours, peer, 'req/s', { least: 0.4 });
		printRatio("the owner's consent page", consented, peer, 'req/s', { least: 0.4 });
		printRatio("the owner's applications", owned, peer, 'req/s', { least: 0.4 });
	} finally {
		await Promise.all([server.stop(), bareServer.stop()]);
		bareApp.remove();
	}
}
