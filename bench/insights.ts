import { MAKES } from '../src/lib/access/catalog/makes.ts';
import { createApplication } from '../src/lib/server/applications/applications.ts';
import { sessionInsights } from '../src/lib/server/connect/insights.ts';
import { listSessions, SESSIONS_PER_PAGE } from '../src/lib/server/connect/session-list.ts';
import { recordSessions } from '../tests/support/connect-sessions.ts';
import { openStorage } from '../tools/storage.ts';
import { median } from './figures.ts';
import { printFigure } from './line.ts';

const SESSIONS = 100_000;
/** Written in one transaction. */
const STEP = 5000;
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
		version: n % 7 === 0 ? null : n % 7,
		make: MAKES[n % MAKES.length]?.key ?? null,
		startedAt: n
	}));
	for (let from = 0; from < SESSIONS; from += STEP) {
		await recordSessions(context, clientId, ...sessions.slice(from, from + STEP));
	}
	printFigure('funnel and refusals', await timeOf(() => sessionInsights(context, clientId)), 'ms', {
		most: 1000
	});
	printFigure(
		'the last page',
		await timeOf(() => listSessions(context, clientId, { page: SESSIONS / SESSIONS_PER_PAGE })),
		'ms',
		{ most: 500 }
	);
	printFigure(
		'those of one cell',
		await timeOf(() =>
			listSessions(context, clientId, { page: 1, left: 'consent', asked: 3, make: 'TESLA' })
		),
		'ms',
		{ most: 500 }
	);
	printFigure(
		'those that refused a permission',
		await timeOf(() => listSessions(context, clientId, { page: 1, refused: 'read_vin' })),
		'ms',
		{ most: 500 }
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
