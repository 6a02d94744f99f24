import type { IncomingMessage } from 'node:http';
import { MAX_BODY_BYTES } from '../http/limits.ts';
import type { Context } from '../context.ts';
import type { Envelope } from '../http/envelope.ts';

/** What is read of a request, whatever brought it here; one of the web platform has it too. */
export interface ProgramRequest {
	readonly method: string;
	/** Whole, or path and query alone. */
	readonly url: string;
	readonly headers: SentHeaders;
	/** The body; rejects where it grows past the limit. */
	bytes(): Promise<Uint8Array<ArrayBuffer>>;
	/** Lets its connection be silent for these milliseconds, where it came over one. */
	readonly keepOpen?: (milliseconds: number) => void;
}

interface SentHeaders {
	get(name: string): string | null;
	/** Each as it was sent, by its name in small letters. */
	readonly forEach: (each: (value: string, name: string) => void) => void;
}

/** A request with what it is answered from. */
export interface Asked {
	readonly context: Context;
	readonly envelope: Envelope;
	readonly request: ProgramRequest;
	/** Path of the address, as it was asked for. */
	readonly pathname: string;
}

/** The same once it is known what is called. */
export interface Call extends Asked {
	/** What stands in the places of the path that vary. */
	readonly params: Readonly<Record<string, string>>;
	/** Of what is asked for within another request, by GET: its route, and the path of that request. */
	readonly part?: { readonly route: string; readonly within: string };
}

export function requestOf(message: IncomingMessage): ProgramRequest {
	return {
		method: message.method ?? '',
		url: message.url ?? '',
		headers: {
			get(name) {
				const value = message.headers[name];
				return typeof value === 'string' ? value : null;
			},
			forEach: eachOf(message.rawHeaders)
		},
		bytes: () => readBytes(message),
		keepOpen: (milliseconds) => {
			const { socket } = message;
			// Where there is no limit none is set; Node goes back to the usual one with the next request.
			if (socket.timeout) socket.setTimeout(socket.timeout + milliseconds);
		}
	};
}

/** Who keeps it does not keep the whole message with its connection. */
function eachOf(rawHeaders: readonly string[]): SentHeaders['forEach'] {
	return (each) => {
		for (let index = 0; index < rawHeaders.length; index += 2) {
			each(rawHeaders[index + 1] ?? '', (rawHeaders[index] ?? '').toLowerCase());
		}
	};
}

export function queryOf({ url }: Pick<ProgramRequest, 'url'>): URLSearchParams {
	const at = url.indexOf('?');
	return new URLSearchParams(at < 0 ? '' : url.slice(at));
}

/** Reads to the end even what is too long: otherwise the client would not read the answer. */
function readBytes(message: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let length = 0;
		message.on('data', (chunk: Buffer) => {
			length += chunk.length;
			if (length <= MAX_BODY_BYTES) chunks.push(chunk);
		});
		message.on('end', () => {
			if (length > MAX_BODY_BYTES) reject(new RangeError('The body is too long'));
			else resolve(Buffer.concat(chunks));
		});
		message.on('error', reject);
	});
}
