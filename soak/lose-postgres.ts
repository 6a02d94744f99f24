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
import { faultsOfTokens, giveCodes, textIn, type Codes } from './codes.ts';
import { count, type Soak, type SoakOutcome } from './soak.ts';

const NODES = 2;
/** Requests for tokens that are under way at any time. */
const AT_A_TIME = 4;
/** Milliseconds between two of one who asks. */
const PAUSE = 25;
/** Milliseconds for which all has to be served before the outage, and again after it. */
const SERVED = 1500;
/** Milliseconds in which the servers may notice that the database went, or that it came back. */
const NOTICE = 2000;
/** Milliseconds that nobody may wait for an answer, whatever it says. */
const LONGEST_WAIT = 10_000;

export const losePostgresSoak: Soak = {
	name: 'lose-postgres',
	run: async () =>
		(await losePostgres(30)) ?? {
			figures: ['no PostgreSQL to be had'],
			faults: ['It did not run.']
		}
};

/**
 * Takes PostgreSQL away from two servers under load, for as long as that by the real clock, and brings
 * it back. Meanwhile everybody has to be told when to ask again; afterwards everything is served as
 * before, by the same processes, and each code serves once.
 *
 * @returns null where no PostgreSQL can be had
 */
export async function losePostgres(seconds: number): Promise<SoakOutcome | null> {
	// What was answered has to be there after the crash.
	const server = await startPostgres({ isSafe: true });
	if (server === null) return null;
	await buildWhenNeeded();
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-outage-'));
	try {
		return await loseIt(server, folder, seconds * 1000);
	} finally {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function loseIt(server: PostgresServer, folder: string, gone: number): Promise<SoakOutcome> {
	await withConnection(server.url, (client) => client.query('create database nodes'));
	const database = databaseAt(server.url, 'nodes');
	const nodes = await Nodes.start(database, NODES);
	try {
		const needed = Math.ceil(((2 * (SERVED + NOTICE)) / PAUSE) * AT_A_TIME);
		const load = new Load(nodes, await giveCodes(nodes.storage, folder, needed));
		const running = load.run();
		await load.expect('served', SERVED);
		load.phase = 'either';
		await server.crash();
		await pause(NOTICE);
		await load.expect('refused', gone - NOTICE);
		load.phase = 'either';
		const started = performance.now();
		load.servedAgainAt = null;
		await server.restart();
		await pause(NOTICE);
		await load.expect('served', SERVED);
		await load.finish(running);
		return {
			figures: [
				`${gone / 1000} s without PostgreSQL`,
				count(load.refused, 'refusal'),
				count(load.acknowledged.size, 'acknowledged token pair'),
				`served again ${Math.round((load.servedAgainAt ?? Infinity) - started)} ms after its start`,
				`an answer took ${Math.round(load.slowest)} ms at most`
			],
			faults: [
				...load.faults,
				...nodes.ended().map((index) => `The server ${index + 1} ended.`),
				...(await faultsOfTokens(database, load.acknowledged))
			]
		};
	} finally {
		await nodes.stop();
	}
}

/** What answers have to be like: `either` while the servers find out. */
type Phase = 'served' | 'refused' | 'either';

/** Asks both servers for tokens and pages without end, and holds each answer against the phase. */
class Load {
	/** Access token by its code. */
	readonly acknowledged = new Map<string, string>();
	readonly faults: string[] = [];
	refused = 0;
	slowest = 0;
	/** When the first answer came that was served after a refusal. */
	servedAgainAt: number | null = null;
	phase: Phase = 'served';
	readonly #nodes: Nodes;
	readonly #authorization: string;
	readonly #codes: string[];
	#isOver = false;

	constructor(nodes: Nodes, { authorization, codes }: Codes) {
		this.#nodes = nodes;
		this.#authorization = authorization;
		this.#codes = [...codes];
	}

	async run(): Promise<void> {
		const askers = Array.from({ length: AT_A_TIME }, (_, index) => async () => {
			await this.#exchange(index % NODES);
		});
		for (let index = 0; index < NODES; index += 1) {
			askers.push(
				() => this.#look(index, '/'),
				() => this.#look(index, '/healthz')
			);
		}
		await Promise.all(
			askers.map(async (ask) => {
				for (; !this.#isOver; await pause(PAUSE)) await ask();
			})
		);
	}

	async finish(running: Promise<void>): Promise<void> {
		this.#isOver = true;
		await running;
	}

	async expect(phase: Phase, duration: number): Promise<void> {
		this.phase = phase;
		await pause(duration);
	}

	async #exchange(index: number): Promise<void> {
		const code = this.#codes.pop();
		if (code === undefined) return;
		const answer = await this.#ask(index, '/oauth/token', {
			method: 'POST',
			headers: { authorization: this.#authorization },
			body: new URLSearchParams({ grant_type: 'authorization_code', code })
		});
		if (answer === null) return;
		const { status, text } = answer;
		const token = status === 200 ? textIn(JSON.parse(text), 'access_token') : null;
		if (token !== null) this.acknowledged.set(code, token);
		// What was refused is tried again, unless nobody knows whether it was kept.
		else if (status === 503 && !text.includes('broke while')) this.#codes.unshift(code);
	}

	async #look(index: number, path: string): Promise<void> {
		await this.#ask(index, path);
	}

	async #ask(index: number, path: string, init: RequestInit = {}) {
		const before = this.phase;
		const began = performance.now();
		try {
			const response = await fetch(this.#nodes.originOf(index) + path, init);
			const text = await response.text();
			this.#judge(before, path, response, text);
			return { status: response.status, text };
		} catch (error) {
			this.faults.push(`${path} was not answered: ${String(error)}`);
			return null;
		} finally {
			const waited = performance.now() - began;
			this.slowest = Math.max(this.slowest, waited);
			if (waited > LONGEST_WAIT) this.faults.push(`${path} was answered after ${waited} ms.`);
		}
	}

	#judge(before: Phase, path: string, { status, headers }: Response, text: string): void {
		const phases = new Set<Phase>([before, this.phase]);
		if (status === 503) {
			this.refused += 1;
			if (!(Number(headers.get('retry-after')) > 0))
				this.faults.push(`${path} did not say when to ask again: ${text}`);
		} else if (this.refused > 0 && phases.has('either')) {
			this.servedAgainAt ??= performance.now();
		}
		const [only] = phases;
		const expected =
			phases.size > 1 || only === 'either' ? [200, 503] : [only === 'served' ? 200 : 503];
		if (!expected.includes(status))
			this.faults.push(
				`${path} answered ${status} where ${[...phases].join(', ')} was due: ${text.slice(0, 200)}`
			);
	}
}
