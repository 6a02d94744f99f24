import { Agent, request } from 'node:http';
import { findVehicleAccess } from '../../tools/page-weight.ts';
import { fuzzedRequests, seeded, type FuzzedRequest } from './fuzz-requests.ts';

interface FuzzOutcome {
	/** How many requests were answered with each status; 0 where the connection was closed. */
	readonly statuses: ReadonlyMap<number, number>;
	/** Requests answered with 5xx, and what else must not be. */
	readonly faults: readonly string[];
}

const CONNECTIONS = 8;

/** Milliseconds without an answer after which a request is given up, far above every limit of ours. */
const PATIENCE = 60_000;

/** Sends so many odd requests to a server; it has to refuse them and go on. */
export async function fuzzServer(
	origin: string,
	requests: number,
	seed: number
): Promise<FuzzOutcome> {
	const [, application = ''] = /\/apps\/([^/]+)/.exec(await findVehicleAccess(origin)) ?? [];
	const stream = fuzzedRequests(seeded(seed), { origin, application });
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	const statuses = new Map<number, number>();
	const faults: string[] = [];
	let left = requests;
	const work = async () => {
		while (left > 0) {
			left -= 1;
			const next = stream.next();
			if (next.done) return;
			const status = await send(origin, next.value, agent);
			statuses.set(status, (statuses.get(status) ?? 0) + 1);
			if (status >= 500) faults.push(`${status}: ${JSON.stringify(next.value).slice(0, 600)}`);
		}
	};
	await Promise.all(Array.from({ length: CONNECTIONS }, work));
	agent.destroy();
	const health = await fetch(`${origin}/healthz`).then(
		({ status }) => status,
		() => 0
	);
	if (health !== 200) faults.push(`Health answers ${health} afterwards.`);
	return { statuses, faults };
}

/** @returns the status; 0 where the connection was closed instead of an answer */
function send(
	origin: string,
	{ method, path, headers, body }: FuzzedRequest,
	agent: Agent
): Promise<number> {
	return new Promise((resolve, reject) => {
		const { hostname, port } = new URL(origin);
		const sent = request({ hostname, port, method, path, headers, agent });
		sent.setTimeout(PATIENCE, () => reject(new Error(`No answer to ${method} ${path}`)));
		sent.on('response', (response) => {
			response.on('error', () => resolve(response.statusCode ?? 0));
			response.on('close', () => resolve(response.statusCode ?? 0));
			response.resume();
		});
		sent.on('upgrade', (response, socket) => {
			socket.destroy();
			resolve(response.statusCode ?? 0);
		});
		sent.on('error', () => resolve(0));
		sent.end(body);
	});
}
