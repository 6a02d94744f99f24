import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Peer } from './peers/announce.ts';
import { isWhole } from './whole-answer.ts';

/** Connections that stay open, each with one request at a time. */
export const CONNECTIONS = 16;

/** Milliseconds that an unused connection is kept; servers close it after some seconds. */
const KEPT = 1000;

/** What a burst of exchanges came to. */
export interface Burst {
	readonly perSecond: number;
	/** Milliseconds until each answer. */
	readonly latencies: readonly number[];
}

/**
 * A client that exchanges codes of one server, each of them once.
 *
 * It speaks over bare sockets: what a full HTTP client costs would be measured with the server, on
 * a machine of few cores at its expense.
 */
export class Exchanger {
	readonly #peer: Peer;
	#next = 0;

	constructor(peer: Peer) {
		this.#peer = peer;
	}

	/** Exchanges so many, over each connection the next one as soon as it has its answer. */
	async burst(exchanges: number, connections = CONNECTIONS): Promise<Burst> {
		const requests = this.#take(exchanges);
		const latencies: number[] = [];
		const client = async () => {
			const socket = this.#connect();
			for (let request = requests.pop(); request !== undefined; request = requests.pop()) {
				const began = performance.now();
				await exchange(socket, request);
				latencies.push(performance.now() - began);
			}
			socket.destroy();
		};
		const began = performance.now();
		await Promise.all(Array.from({ length: connections }, client));
		return { perSecond: exchanges / ((performance.now() - began) / 1000), latencies };
	}

	/**
	 * Exchanges at a steady rate, whether the answers come or not.
	 *
	 * @param apart milliseconds between two requests
	 * @returns milliseconds from the moment at which each was due until its answer
	 */
	async steadily(exchanges: number, apart: number): Promise<readonly number[]> {
		const requests = this.#take(exchanges);
		const free: { readonly socket: Socket; readonly since: number }[] = [];
		const take = () => {
			const last = free.pop();
			if (last && performance.now() - last.since < KEPT) return last.socket;
			last?.socket.destroy();
			return this.#connect();
		};
		const waiting: Promise<number>[] = [];
		const begins = performance.now();
		for (const [index, request] of requests.entries()) {
			const due = begins + index * apart;
			await pause(Math.max(due - performance.now(), 0));
			const socket = take();
			waiting.push(
				exchange(socket, request).then(() => {
					const since = performance.now();
					free.push({ socket, since });
					return since - due;
				})
			);
		}
		const latencies = await Promise.all(waiting);
		for (const { socket } of free) socket.destroy();
		return latencies;
	}

	#take(exchanges: number): string[] {
		const codes = this.#peer.codes.slice(this.#next, (this.#next += exchanges));
		if (codes.length < exchanges) throw new RangeError(`${this.#peer.url} has no more codes`);
		return codes.map((code) => requestFor(this.#peer, code));
	}

	#connect(): Socket {
		const { hostname, port } = new URL(this.#peer.url);
		return connect(Number(port), hostname).setNoDelay(true);
	}
}

function requestFor({ url, clientId, clientSecret, redirectUri }: Peer, code: string): string {
	const { host, pathname } = new URL(url);
	const body = `grant_type=authorization_code&code=${code}&redirect_uri=${encodeURIComponent(redirectUri)}`;
	return [
		`POST ${pathname} HTTP/1.1`,
		`Host: ${host}`,
		`Authorization: Basic ${btoa(`${clientId}:${clientSecret}`)}`,
		'Content-Type: application/x-www-form-urlencoded',
		`Content-Length: ${body.length}`,
		'',
		body
	].join('\r\n');
}

/** Sends a request and waits for the last byte of a good answer. */
function exchange(socket: Socket, request: string): Promise<void> {
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
			const good = answer.startsWith('HTTP/1.1 200 ') && answer.includes('"access_token"');
			settle(good ? resolve : () => reject(new Error(`Refused: ${answer}`)));
		};
		socket.on('data', receive).on('error', fail).on('close', fail);
		socket.write(request);
	});
}
