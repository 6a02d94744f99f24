import { startValetkey, type Valetkey } from '../kit/valetkey.js';
import { clientIdOf } from '../tests/support/seeds.ts';
import { median } from './figures.ts';
import { printRatio } from './line.ts';
import { takeTurns } from './turns.ts';

const ROUNDS = 7;
const APPLICATIONS = 3;

const seed = {
	applications: Array.from({ length: APPLICATIONS }, (_, index) => ({
		name: `App ${index}`,
		clientId: clientIdOf(index),
		clientSecret: 'a-secret-for-tests',
		selection: { version: 1, items: [{ code: 'odometer-traveleddistance' }] },
		publish: true
	})),
	vehicles: [{ make: 'KIA', username: 'sam@owner.example', routine: 'commuter' }]
};

/** Measures what tests wait for: a server each, and a wipe between two of them. */
export async function benchKit(): Promise<void> {
	console.log(`\nServers for tests, with ${APPLICATIONS} applications and a vehicle`);
	const server = await startValetkey({ seed });
	try {
		const [starts = [], wipes = []] = await takeTurns([startAndStop, () => wipeUsed(server)], {
			rounds: ROUNDS
		});
		const start = { name: 'a start instead, and a stop', value: median(starts) };
		printRatio('a wipe, back to the seed', median(wipes), start, 'ms', { most: 0.3 });
	} finally {
		await server.stop();
	}
}

async function startAndStop(): Promise<number> {
	const began = performance.now();
	const server = await startValetkey({ seed });
	await server.stop();
	return performance.now() - began;
}

/** Some of what a test leaves behind: an owner who consented. */
async function wipeUsed(server: Valetkey): Promise<number> {
	const answer = await fetch(`${server.url}/sandbox/api/authorize`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ clientId: clientIdOf(0) })
	});
	if (!answer.ok) throw new Error(await answer.text());
	const began = performance.now();
	await server.wipe();
	return performance.now() - began;
}
