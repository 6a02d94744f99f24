import { createApplication } from '../src/lib/server/applications/applications.ts';
import { sessionInsights } from '../src/lib/server/connect/insights.ts';
import { listSessions } from '../src/lib/server/connect/session-list.ts';
import { recordSessions } from '../tests/support/connect-sessions.ts';
import { openStorage } from '../tools/storage.ts';
import { median } from './figures.ts';
import { printFigure } from './line.ts';

const SESSIONS = 10_000;
const ROUNDS = 7;

/** Measures what the page of sessions asks for. */
export async function benchInsights(): Promise<void> {
	console.log(`\nSessions, ${SESSIONS.toLocaleString('en')} of them`);
	const { engine, now } = await openStorage(':memory:');
	const context = now();
	const application = await createApplication(context, { name: 'Benchmark' });
	if (!application.ok) throw new TypeError(application.kind);
	const { clientId } = application;
	const outcomes = ['granted', 'access_denied', null];
	const sessions = Array.from({ length: SESSIONS }, (_, n) => ({
		scope: 'required:read_battery read_charge read_location read_odometer read_vin',
		screens: 'preamble brand login grant',
		outcome: outcomes[n % 3],
		refused: ['read_vin' as const],
		startedAt: n
	}));
	await recordSessions(context, clientId, ...sessions);
	printFigure('funnel and refusals', await timeOf(() => sessionInsights(context, clientId)), 'ms', {
		most: 1000
	});
	printFigure(
		'the last page',
		await timeOf(() => listSessions(context, clientId, { page: 200 })),
		'ms',
		{
			most: 100
		}
	);
	await engine.close();
}

async function timeOf(run: () => Promise<unknown>): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const began = performance.now();
		await run();
		times.push(performance.now() - began);
	}
	return median(times);
}
