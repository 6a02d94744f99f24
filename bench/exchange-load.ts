import { connect, type Socket } from 'node:net';
import type { Peer } from './peers/announce.ts';

/** Connections that stay open, each with one request at a time. */
const CONNECTIONS = 16;

/**
 * A client that exchanges codes of one server, each of them once. Called with how many to exchange,
 * it gives back the exchanges per second.
 *
 * It speaks over bare sockets: what a full HTTP client costs would be measured with the server, on
 * a machine of few cores at its expense.
 */
export function createExchanger(peer: Peer): (exchanges: number) => Promise<number> {
	const { hostname, port } = new URL(peer.url);
	let next = 0;
	async function client(end: number): Promise<void> {
		const socket = connect(Number(port), hostname).setNoDelay(true);
		while (next < end) await exchange(socket, requestFor(peer, peer.codes[next++] ?? ''));
		socket.destroy();
	}
	return async (exchanges) => {
		const end = next + exchanges;
		if (end > peer.codes.length) throw new RangeError(`${peer.url} has no more codes`);
		const began = performance.now();
		await Promise.all(Array.from({ length: CONNECTIONS }, () => client(end)));
		return exchanges / ((performance.now() - began) / 1000);
	};
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

/** Whether an answer came in full, of the two ways in which a server may state its length. */
function isWhole(answer: string): boolean {
	const head = answer.indexOf('\r\n\r\n');
	if (head < 0) return false;
	const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head));
	if (length) return answer.length >= head + 4 + Number(length[1]);
	return answer.endsWith('\r\n0\r\n\r\n');
}
