import { readCallbackUri } from '#lib/webhooks/callback-uri.ts';
import { ANSWER_WITHIN, MOST_ANSWER_BYTES } from '#lib/webhooks/attempts.ts';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import {
	checkedLookup,
	faultOfAddress,
	faultOfHost,
	NotReached,
	type Resolve
} from './may-reach.ts';
import { faultOfSocket, type SendFault } from './send-fault.ts';

/** What is posted, and where to. */
export interface Outgoing {
	readonly uri: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array;
}

/** What became of it. */
export interface Sent {
	/** Null where no answer came. */
	readonly status: number | null;
	readonly headers: Readonly<Record<string, string>>;
	/** As far as it is kept. */
	readonly body: string;
	/** Why none came; null where one did. */
	readonly fault: SendFault | null;
	/** Milliseconds of the machine. */
	readonly duration: number;
}

/** Posts to receivers over sockets that it keeps. */
export interface Sender {
	/** Never throws. */
	send(outgoing: Outgoing): Promise<Sent>;
	/** Ends what is under way, and lets go of all sockets. */
	close(): void;
}

interface SenderOptions {
	/** Hosts beside this machine that may be reached. */
	readonly named: readonly string[];
	/** Milliseconds for all of an exchange. */
	readonly within?: number;
	readonly resolve?: Resolve;
}

/** Sockets to one receiver, and to all of them. */
const SOCKETS_EACH = 16;
const SOCKETS = 256;

export function createSender({ named, within = ANSWER_WITHIN, resolve }: SenderOptions): Sender {
	const options = {
		keepAlive: true,
		maxSockets: SOCKETS_EACH,
		maxTotalSockets: SOCKETS,
		maxFreeSockets: SOCKETS_EACH,
		// Less than servers keep them, so that few are closed under a request.
		timeout: within + 4000,
		lookup: checkedLookup(named, resolve)
	};
	const plain = new http.Agent(options);
	const secure = new https.Agent(options);
	const stopped = new AbortController();

	async function send(outgoing: Outgoing): Promise<Sent> {
		const startedAt = performance.now();
		const over = AbortSignal.any([stopped.signal, AbortSignal.timeout(within)]);
		try {
			const answer = await again(outgoing, over);
			return { ...answer, fault: null, duration: since(startedAt) };
		} catch (error) {
			const fault = stopped.signal.aborted ? 'stopped' : faultOfSocket(error, over);
			return { status: null, headers: {}, body: '', fault, duration: since(startedAt) };
		}
	}

	/** A kept socket may have been closed the moment before: what met that goes over a new one. */
	async function again(outgoing: Outgoing, over: AbortSignal) {
		try {
			return await post(outgoing, over);
		} catch (error) {
			if (error instanceof ClosedBefore) return await post(outgoing, over);
			throw error;
		}
	}

	function post({ uri, headers, body }: Outgoing, signal: AbortSignal) {
		return new Promise<Omit<Sent, 'fault' | 'duration'>>((resolve, reject) => {
			const read = readCallbackUri(uri);
			if (!read.ok) return reject(new NotReached('address-refused'));
			const { url } = read;
			const fault = faultOfHost(url.hostname, named);
			if (fault) return reject(new NotReached(fault));
			const [{ request: ask }, agent] =
				url.protocol === 'https:' ? ([https, secure] as const) : ([http, plain] as const);
			let answered = false;
			const request = ask(url, { method: 'POST', agent, headers, signal }, (answer) => {
				answered = true;
				readAnswer(answer).then(resolve, reject);
			});
			request.on('error', (error) => {
				reject(request.reusedSocket && isReset(error) ? new ClosedBefore() : error);
			});
			// Nobody asked for another protocol: who changes to one gives neither an answer nor an error.
			request.on('close', () => {
				if (!answered) reject(new Error('closed without an answer'));
			});
			// What a socket ended up with is what counts, whatever was looked up.
			request.on('socket', (socket) => {
				const check = () => {
					const refused = faultOfAddress(socket.remoteAddress ?? '', url.hostname, named);
					if (refused) socket.destroy(new NotReached(refused));
				};
				if (socket.connecting) socket.once('connect', check);
				else check();
			});
			request.end(body);
		});
	}

	return {
		send,
		close() {
			stopped.abort();
			plain.destroy();
			secure.destroy();
		}
	};
}

class ClosedBefore extends Error {}

function isReset(error: Error): boolean {
	return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

const since = (startedAt: number) => Math.round(performance.now() - startedAt);

/** Reads an answer as far as it is kept; the socket of a longer one is closed. */
async function readAnswer(answer: IncomingMessage) {
	const pieces: Buffer[] = [];
	let size = 0;
	for await (const piece of answer) {
		if (!Buffer.isBuffer(piece)) continue;
		pieces.push(piece.subarray(0, MOST_ANSWER_BYTES - size));
		size += piece.length;
		if (size >= MOST_ANSWER_BYTES) break;
	}
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(answer.headers)) headers[name] = String(value);
	return {
		status: answer.statusCode ?? null,
		headers,
		body: Buffer.concat(pieces).toString('utf8')
	};
}
