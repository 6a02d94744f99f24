import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTemporaryServer, type RunningServer } from '../tools/temporary-server.ts';
import { buildBareApp } from './bare-app.ts';
import { median } from './figures.ts';
import { printRatio } from './line.ts';
import { takeTurns } from './turns.ts';

const STARTS = 7;

/** Measures starts on a new database beside those of a bare SvelteKit app, in turns. */
export async function benchReady(): Promise<void> {
	console.log('\nReady after a start on a new database, migrations included');
	const bareApp = buildBareApp();
	const caches = mkdtempSync(join(tmpdir(), 'valetkey-compiled-'));
	const full = join(caches, 'full');
	try {
		const figures = await takeTurns(
			[
				() => readyTime(() => startOurs(mkdtempSync(join(caches, 'empty-')))),
				// Filled by the start that warms up.
				() => readyTime(() => startOurs(full)),
				() => readyTime(bareApp.start)
			],
			{ rounds: STARTS }
		);
		const [withEmpty = NaN, withFull = NaN, bare = NaN] = figures.map(median);
		const peer = { name: 'a bare app', value: bare };
		printRatio('the first start, nothing compiled before', withEmpty, peer, 'ms', { most: 2.5 });
		printRatio('every other start, all compiled before', withFull, peer, 'ms', { most: 2 });
	} finally {
		bareApp.remove();
		rmSync(caches, { recursive: true, force: true });
	}
}

/** @param cache where the runtime keeps what it compiled */
const startOurs = (cache: string) => startTemporaryServer({ env: { NODE_COMPILE_CACHE: cache } });

async function readyTime(start: () => Promise<RunningServer>): Promise<number> {
	const server = await start();
	await server.stop();
	return server.readyAfter;
}
