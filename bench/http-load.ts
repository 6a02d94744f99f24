import { Agent, get, type OutgoingHttpHeaders } from 'node:http';

const CONNECTIONS = 8;

interface Asked {
	readonly url: string;
	readonly headers?: OutgoingHttpHeaders;
}

/** Goes round some requests, one after the other, for as long as is asked. */
export function inTurn(all: readonly Asked[]): () => Asked {
	let next = 0;
	return () => {
		const asked = all[next++ % all.length];
		if (!asked) throw new TypeError('There is nothing to ask for');
		return asked;
	};
}

/** Requests per second that pages are answered with, over connections that stay open. */
export async function answersPerSecond(next: () => Asked, requests: number): Promise<number> {
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	let left = requests;
	async function client() {
		while (left-- > 0) {
			const { url, headers } = next();
			await fetchOnce(url, agent, headers);
		}
	}
	const began = performance.now();
	await Promise.all(Array.from({ length: CONNECTIONS }, client));
	const seconds = (performance.now() - began) / 1000;
	agent.destroy();
	return requests / seconds;
}

/** Reads a page, by default over a connection of its own. */
export function fetchOnce(
	url: string,
	agent: Agent | false = false,
	headers: OutgoingHttpHeaders = {}
): Promise<void> {
	return new Promise((resolve, reject) => {
		get(url, { agent, headers }, (response) => {
			if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
			response.resume().on('end', resolve).on('error', reject);
		}).on('error', reject);
	});
}
