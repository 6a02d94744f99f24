import { connect } from 'node:net';
import { isWhole } from './whole-answer.ts';

/** What a load came to. */
export interface Load {
	readonly perSecond: number;
	/** Milliseconds until each answer. */
	readonly latencies: readonly number[];
}

/** A request without a body, as it is written to a connection. */
export function getRequest(url: string, headers: Readonly<Record<string, string>> = {}): string {
	const { host, pathname, search } = new URL(url);
	const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
	return [`GET ${pathname}${search} HTTP/1.1`, `Host: ${host}`, ...fields, '', ''].join('\r\n');
}

/**
 * Asks one server over connections that stay open, over each the next as soon as it has its answer.
 * Over bare sockets: a client that knows all of HTTP takes longer than the servers that are measured.
 *
 * @param requests taken in turn, and from the beginning again
 */
export async function loadServer(
	origin: string,
	requests: readonly string[],
	{ count, connections }: { readonly count: number; readonly connections: number }
): Promise<Load> {
	const { hostname, port } = new URL(origin);
	const latencies: number[] = [];
	let next = 0;
	const began = performance.now();
	await Promise.all(
		Array.from({ length: connections }, async () => {
			const socket = connect(Number(port), hostname).setNoDelay(true);
			while (next < count) {
				const request = requests[next++ % requests.length] ?? '';
				const since = performance.now();
				await askOnce(socket, request);
				latencies.push(performance.now() - since);
			}
			socket.destroy();
		})
	);
	return { perSecond: count / ((performance.now() - began) / 1000), latencies };
}

function askOnce(socket: ReturnType<typeof connect>, request: string): Promise<void> {
	return new Promise((resolve, reject) => {
		let answer = '';
		const settle = (end: () => void) => {
			socket.off('data', receive).off('error', fail).off('close', fail);
			end();
		};
		const fail = () => settle(() => reject(new Error(`No answer to ${request}`)));
		const receive = (chunk: Buffer) => {
			answer += chunk.toString('latin1');
			if (!isWhole(answer)) return;
			const isGood = answer.startsWith('HTTP/1.1 200 ');
			settle(isGood ? resolve : () => reject(new Error(`${request}: ${answer}`)));
		};
		socket.on('data', receive).on('error', fail).on('close', fail);
		socket.write(request);
	});
}
