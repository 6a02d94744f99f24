import { Agent, request } from 'node:http';
import { isForPrograms } from '#lib/server/programs/place.ts';
import { findPlaces } from './fuzz-places.ts';
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
	const stream = fuzzedRequests(seeded(seed), await findPlaces(origin));
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	const statuses = new Map<number, number>();
	const faults: string[] = [];
	let left = requests;
	const work = async () => {
		while (left > 0) {
			left -= 1;
			const next = stream.next();
			if (next.done) return;
			const { status, text } = await send(origin, next.value, agent);
			statuses.set(status, (statuses.get(status) ?? 0) + 1);
			const fault = faultOf(next.value, status, text);
			if (fault) faults.push(`${fault} ${status}: ${describe(next.value)} → ${text.slice(0, 300)}`);
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

const describe = ({ method, path, headers, body }: FuzzedRequest) =>
	JSON.stringify({ method, path, headers, body: body.toString('latin1') }).slice(0, 600);

/** What is wrong with an answer; null where nothing is. */
function faultOf({ path }: FuzzedRequest, status: number, text: string): string | null {
	// That a vehicle cannot do or tell something is no fault of the server.
	if (status >= 500 && !(status === 501 && text.includes('"COMPATIBILITY"'))) return 'A fault.';
	if (/(?:\n|\\n)\s+at \S+:\d+/.test(text)) return 'A stack.';
	return isForPrograms(path) && /<(?:!doctype|html)/i.test(text) ? 'HTML.' : null;
}

interface Got {
	/** 0 where the connection was closed instead of an answer. */
	readonly status: number;
	readonly text: string;
}

function send(
	origin: string,
	{ method, path, headers, body }: FuzzedRequest,
	agent: Agent
): Promise<Got> {
	return new Promise((resolve, reject) => {
		const { hostname, port } = new URL(origin);
		const sent = request({ hostname, port, method, path, headers, agent });
		sent.setTimeout(PATIENCE, () => reject(new Error(`No answer to ${method} ${path}`)));
		sent.on('response', (response) => {
			let text = '';
			const end = () => resolve({ status: response.statusCode ?? 0, text });
			response.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
			response.on('error', end);
			response.on('close', end);
		});
		sent.on('upgrade', (response, socket) => {
			socket.destroy();
			resolve({ status: response.statusCode ?? 0, text: '' });
		});
		sent.on('error', () => resolve({ status: 0, text: '' }));
		sent.end(body);
	});
}
