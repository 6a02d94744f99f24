import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildWhenNeeded } from '../server/build.ts';
import { Nodes } from '../tools/nodes.ts';
import {
	databaseAt,
	startPostgres,
	withConnection,
	type PostgresServer
} from '../tools/postgres-server.ts';
import { faultsOfTokens, giveCodes, textIn } from './codes.ts';
import { count, type Soak, type SoakOutcome } from './soak.ts';

const NODES = 2;
/** Requests that are under way at any time. */
const AT_A_TIME = 8;
/** Codes that are made for each kill. */
const CODES_A_KILL = 150;
/** Longest time in milliseconds that all nodes live before one of them is killed. */
const LONGEST_LIFE = 400;

export const killNodesSoak: Soak = {
	name: 'kill-nodes',
	run: async () =>
		(await killNodes(200)) ?? { figures: ['no PostgreSQL to be had'], faults: ['It did not run.'] }
};

/**
 * Kills either of two servers on one PostgreSQL under load, and starts it again; no acknowledged write
 * may be lost, no code may serve twice, and the other one has to serve on.
 *
 * @returns null where no PostgreSQL can be had
 */
export async function killNodes(kills: number): Promise<SoakOutcome | null> {
	const server = await startPostgres();
	if (server === null) return null;
	await buildWhenNeeded();
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-nodes-'));
	try {
		return await killThem(server, folder, kills);
	} finally {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function killThem({ url }: PostgresServer, folder: string, kills: number) {
	await withConnection(url, (client) => client.query('create database nodes'));
	const database = databaseAt(url, 'nodes');
	const nodes = await Nodes.start(database, NODES);
	try {
		const { authorization, codes } = await giveCodes(nodes.storage, folder, kills * CODES_A_KILL);
		const load = new Load(nodes, authorization, codes);
		const running = load.run();
		for (let kill = 0; kill < kills; kill++) {
			await pause(Math.random() * LONGEST_LIFE);
			const index = Math.floor(Math.random() * NODES);
			load.markDown(index);
			await nodes.kill(index);
			await nodes.start(index);
			load.markUp(index);
		}
		await load.finish(running);
		return {
			figures: [
				count(kills, 'kill'),
				count(load.acknowledged.size, 'acknowledged token pair'),
				count(load.raced, 'raced code'),
				`${count(load.cutOff, 'request')} cut off`
			],
			faults: [...load.faults, ...(await faultsOfTokens(database, load.acknowledged))]
		};
	} finally {
		await nodes.stop();
	}
}

/** Sends requests to whichever node is up, and keeps what they acknowledged. */
class Load {
	/** Access token by its code. */
	readonly acknowledged = new Map<string, string>();
	readonly faults: string[] = [];
	raced = 0;
	cutOff = 0;
	readonly #nodes: Nodes;
	readonly #authorization: string;
	readonly #codes: string[];
	/** How often each node was killed; even while it is up. */
	readonly #changes: number[];
	#isOver = false;

	constructor(nodes: Nodes, authorization: string, codes: readonly string[]) {
		this.#nodes = nodes;
		this.#authorization = authorization;
		this.#codes = [...codes];
		this.#changes = nodes.origins.map(() => 0);
	}

	async run(): Promise<void> {
		await Promise.all(Array.from({ length: AT_A_TIME }, () => this.#work()));
	}

	async finish(running: Promise<void>): Promise<void> {
		this.#isOver = true;
		await running;
	}

	markDown(index: number): void {
		this.#changes[index] = (this.#changes[index] ?? 0) + 1;
	}

	markUp(index: number): void {
		this.#changes[index] = (this.#changes[index] ?? 0) + 1;
	}

	async #work(): Promise<void> {
		while (!this.#isOver) {
			const code = this.#codes.pop();
			if (code === undefined) return;
			const up = this.#changes.flatMap((changes, index) => (changes % 2 === 0 ? [index] : []));
			const isRace = up.length > 1 && Math.random() < 0.2;
			const chosen = isRace ? up : [up[Math.floor(Math.random() * up.length)] ?? 0];
			if (isRace) this.raced += 1;
			const tokens = (await Promise.all(chosen.map((index) => this.#exchange(index, code)))).filter(
				(token) => token !== null
			);
			if (tokens.length > 1) this.faults.push(`The code ${code} served twice.`);
			const [token] = tokens;
			// A code that comes twice ends what the first one got, so that only what came once is kept.
			if (token !== undefined && !isRace) this.acknowledged.set(code, token);
		}
	}

	/** @returns the access token; null when there was none for this code or the node was killed */
	async #exchange(index: number, code: string): Promise<string | null> {
		const changes = this.#changes[index];
		try {
			const response = await fetch(`${this.#nodes.originOf(index)}/oauth/token`, {
				method: 'POST',
				headers: { authorization: this.#authorization },
				body: new URLSearchParams({ grant_type: 'authorization_code', code })
			});
			const body: unknown = await response.json();
			if (response.status >= 500 && changes === this.#changes[index]) {
				this.faults.push(`A node that was up answered ${response.status}: ${JSON.stringify(body)}`);
			}
			return response.status === 200 ? textIn(body, 'access_token') : null;
		} catch (error) {
			if (changes === this.#changes[index]) {
				this.faults.push(`A node that was up did not answer: ${String(error)}`);
			}
			this.cutOff += 1;
			return null;
		}
	}
}
