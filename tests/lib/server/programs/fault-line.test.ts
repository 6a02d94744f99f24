import { FAULT_HEADER } from '#lib/faults/asked.ts';
import { createProgramsListener } from '#lib/server/programs/listener.ts';
import type { Stages } from '#lib/server/programs/pipeline.ts';
import { WatchedRequest } from '#lib/server/programs/record/watched-request.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { portOf } from '../../../support/raw-connection.ts';
import { useSqlite } from '../../../support/storage.ts';

const storage = useSqlite();
const server = createServer();
afterEach(() => void server.closeAllConnections());
afterEach(() => void server.close());

/** Milliseconds after which a silent connection is cut, which is looked at once in each of them. */
const SILENT = 800;

const METADATA = '/.well-known/oauth-authorization-server';

/** Serves programs as the door does, which cuts connections on which nothing moves. */
async function serve(stages: Stages): Promise<string> {
	server.timeout = SILENT;
	server.removeAllListeners('request');
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const origin = `http://127.0.0.1:${portOf(server)}`;
	const { context } = storage;
	// What is loaded by the first such call takes its time.
	const headers = { [FAULT_HEADER]: 'LATENCY=1' };
	await askFromWithin(context, '192.0.2.7', METADATA, { headers });
	const settings = { ...context.settings, origin, origins: [origin] };
	const listener = createProgramsListener(() => ({ ...context, settings }), stages);
	server.on('request', listener);
	return origin + METADATA;
}

describe.each<[string, Stages]>([
	['as it comes', {}],
	['that is watched', { watch: (request) => new WatchedRequest(request) }]
])('a request %s', (_what, stages) => {
	it('waits longer than a silent connection lasts, where that was asked for', async () => {
		const address = await serve(stages);
		const headers = { [FAULT_HEADER]: `LATENCY=${3 * SILENT}` };
		expect((await fetch(address, { headers })).status).toBe(200);
	});

	it('is cut off where that was asked for', async () => {
		const address = await serve(stages);
		const dropped = fetch(address, { headers: { [FAULT_HEADER]: 'DROP' } });
		await expect(dropped).rejects.toThrow('fetch failed');
	});
});
