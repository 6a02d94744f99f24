import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { randomKeyText } from '#lib/server/secret-key.ts';
import { bundle } from '../tests/support/bundle.ts';
import { databaseAt, startPostgres, withConnection } from '../tools/postgres-server.ts';
import { runAndKill } from './kill-loop.ts';
import { count, type Soak, type SoakOutcome } from './soak.ts';

/** Milliseconds that a server lives at most after its first change. */
const LONGEST_LIFE = 500;
const NODES = [0, 1];

export const killWebhooksSoak: Soak = {
	name: 'kill-webhooks',
	run: () => killWebhooks(60)
};

/**
 * Kills either of two servers on one database while they change vehicles that a webhook is told of, on
 * each engine that can be had. In the end its receiver has to have been told all that was committed,
 * and nothing else.
 *
 * @param kills of each server
 */
export async function killWebhooks(kills: number): Promise<SoakOutcome> {
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-webhooks-'));
	const server = await startPostgres();
	try {
		const program = await bundle('tests/support/webhook-loop.ts', folder);
		const urls = [`file:${join(folder, 'valetkey.db')}`];
		if (server !== null) {
			await withConnection(server.url, (client) => client.query('create database webhooks'));
			urls.push(databaseAt(server.url, 'webhooks'));
		}
		const outcomes: SoakOutcome[] = [];
		for (const url of urls) outcomes.push(await killOn(url, program, kills));
		return {
			figures: [count(urls.length, 'engine'), ...outcomes.flatMap(({ figures }) => figures)],
			faults: outcomes.flatMap(({ faults }) => faults)
		};
	} finally {
		await server?.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

const Received = z.object({
	eventId: z.string(),
	eventType: z.string(),
	data: z.object({ errors: z.array(z.object({ state: z.string() })).optional() })
});
type Received = z.infer<typeof Received>;

const Drained = z.object({
	events: z.array(z.object({ id: z.string(), state: z.string() })),
	/** How often a brand password was changed. */
	changes: z.number()
});

async function killOn(url: string, program: string, kills: number): Promise<SoakOutcome> {
	const received = new Map<string, Received>();
	let deliveries = 0;
	const receiver = await receive((body) => {
		deliveries += 1;
		const event = Received.parse(JSON.parse(body));
		// Some are not taken at first; those come again.
		const isFirst = !received.has(event.eventId);
		received.set(event.eventId, event);
		return isFirst && event.eventId.endsWith('7') ? 503 : 200;
	});
	const env = { DATABASE_URL: url, SECRET_KEY: randomKeyText() };
	const runWhole = async (...args: readonly string[]) =>
		(
			await promisify(execFile)(process.execPath, [program, ...args], {
				env: { ...process.env, ...env },
				maxBuffer: 2 ** 30
			})
		).stdout;
	try {
		await runWhole('begin', receiver.uri);
		let acknowledged = 0;
		await Promise.all(
			NODES.map(async (node) => {
				for (let kill = 0; kill < kills; kill += 1) {
					const killing = { env, longest: LONGEST_LIFE };
					const said = await runAndKill(program, ['run', String(node)], 'changed', killing);
					acknowledged += said.split('\n').length - 1;
				}
			})
		);
		const drained = Drained.parse(JSON.parse(await runWhole('drain')));
		return {
			figures: [
				count(kills * NODES.length, 'kill'),
				`${count(drained.changes, 'change')} (${acknowledged} answered)`,
				count(drained.events.length, 'event'),
				`${deliveries} deliveries`
			],
			faults: faultsOf(received, drained)
		};
	} finally {
		await receiver.stop();
	}
}

function faultsOf(
	received: ReadonlyMap<string, Received>,
	{ events, changes }: z.infer<typeof Drained>
): readonly string[] {
	const written = new Set(events.map(({ id }) => id));
	const told = [...received.values()].filter(({ data }) =>
		data.errors?.some(({ state }) => state === 'ERROR')
	);
	return [
		...events
			.filter(({ id, state }) => state !== 'delivered' || !received.has(id))
			.map(({ id, state }) => `The event ${id} was committed, and is ${state}.`),
		...[...received.keys()]
			.filter((id) => !written.has(id))
			.map((id) => `The event ${id} was delivered, and never committed.`),
		...(told.length === changes
			? []
			: [`There were ${changes} changes, and ${told.length} were told.`])
	];
}

async function receive(take: (body: string) => number) {
	const server: Server = createServer((request, response) => {
		const pieces: Buffer[] = [];
		request.on('data', (piece: Buffer) => pieces.push(piece));
		request.on('end', () => response.writeHead(take(Buffer.concat(pieces).toString())).end());
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : 0;
	return {
		uri: `http://127.0.0.1:${port}/`,
		async stop() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
}
