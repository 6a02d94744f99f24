import { startTemporaryServer } from '../tools/temporary-server.ts';
import { buildBareApp } from './bare-app.ts';
import { median } from './figures.ts';
import { fillOwners, type FilledOwner } from './fill-owners.ts';
import { answersPerSecond, inTurn } from './http-load.ts';
import { printFigure, printRatio } from './line.ts';
import { processorTime } from './processor-time.ts';
import { takeTurns } from './turns.ts';

const ROUNDS = 5;
const REQUESTS = 400;
/** As a family has them. */
const FAMILY = { apps: 4, vehicles: 2 };

/** Measures pages of the owners' portal beside that of a bare SvelteKit app, both in turns. */
export async function benchPortalPages(): Promise<void> {
	console.log('\nOwners’ pages, beside that of a bare SvelteKit app');
	const filled = Promise.withResolvers<FilledOwner | undefined>();
	const server = await startTemporaryServer({
		env: { RATE_LIMITS: 'off' },
		fill: async (file) => filled.resolve((await fillOwners(file, [FAMILY]))[0])
	});
	const bareApp = buildBareApp();
	const bareServer = await bareApp.start();
	try {
		const owner = await filled.promise;
		const clientId = owner?.apps[0]?.clientId ?? '';
		const pages = ['/my', '/my/applications', `/my/applications/${clientId}`, '/my/history'];
		const all = [...pages, '/my/receipts/1', '/my/sessions'].map((path) => ({
			name: path.replace(clientId, '…'),
			server,
			asked: {
				url: `${server.origin}${path}`,
				headers: path === '/my' ? {} : { cookie: owner?.cookie ?? '' }
			}
		}));
		const bare = { name: 'a bare page', server: bareServer, asked: { url: bareServer.origin } };
		const turns = await takeTurns(
			[bare, ...all].map(({ server, asked }) => async () => {
				const before = processorTime(server.pid);
				const perSecond = await answersPerSecond(inTurn([asked]), REQUESTS);
				return { perSecond, processor: (processorTime(server.pid) - before) / REQUESTS };
			}),
			{ rounds: ROUNDS }
		);
		const [peer, ...figures] = turns.map((rounds) => ({
			perSecond: median(rounds.map(({ perSecond }) => perSecond)),
			processor: median(rounds.map(({ processor }) => processor))
		}));
		if (!peer) throw new TypeError('Nothing was measured');
		for (const [index, { perSecond, processor }] of figures.entries()) {
			const beside = { name: bare.name, value: peer.perSecond };
			printRatio(all[index]?.name ?? '', perSecond, beside, 'req/s', { least: 0.4 });
			printFigure('  the same by time of the processors', peer.processor / processor, '×');
		}
	} finally {
		await Promise.all([server.stop(), bareServer.stop()]);
		bareApp.remove();
	}
}
