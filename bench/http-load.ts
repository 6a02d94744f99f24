import { Agent, get } from 'node:http';

const CONNECTIONS = 8;

/** Requests per second that a page is answered with, over connections that stay open. */
export async function requestsPerSecond(url: string, requests: number): Promise<number> {
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	let left = requests;
	async function client() {
		while (left-- > 0) await fetchOnce(url, agent);
	}
	const began = performance.now();
	await Promise.all(Array.from({ length: CONNECTIONS }, client));
	const seconds = (performance.now() - began) / 1000;
	agent.destroy();
	return requests / seconds;
}

function fetchOnce(url: string, agent: Agent): Promise<void> {
	return new Promise((resolve, reject) => {
		get(url, { agent }, (response) => {
			if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
			response.resume().on('end', resolve).on('error', reject);
		}).on('error', reject);
	});
}
