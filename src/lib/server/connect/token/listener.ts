import type { IncomingMessage, ServerResponse } from 'node:http';
import { MAX_BODY_BYTES } from '../../body.ts';
import { isConnectPage, refusalOf } from '../../guard.ts';
import { setSecurityHeaders } from '../../headers.ts';
import type { Settings } from '../../settings.ts';
import { storageErrorOf } from '../../storage-error.ts';
import { tokenThrottle } from '../throttle.ts';
import { answerToken } from './endpoints.ts';
import type { IncomingTokenRequest } from './read-request.ts';

const PATH = '/oauth/token';

/** Answers the requests that it is there for; false for all others. */
export type EarlyListener = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Answers token requests straight from the connection. The guard, the function that answers, and
 * the headers are those of the route, which serves wherever nothing asks this listener.
 *
 * @param report told of what is no fault of the storage
 */
export function createTokenListener(
	settings: Settings,
	report: (fault: unknown) => void
): EarlyListener {
	const common = commonHeaders(settings);

	async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
		const request = requestOf(message);
		const url = settings.origin + request.url;
		const refusal = refusalOf(
			{ method: 'POST', headers: request.headers, url },
			settings.origin,
			settings.port
		);
		if (refusal) {
			send(
				response,
				refusal.status,
				{ 'content-type': 'text/plain;charset=UTF-8' },
				refusal.message
			);
			return;
		}
		const throttle = tokenThrottle(settings, message.socket.remoteAddress ?? '');
		const { status, headers, body } = await answerToken(request, throttle);
		send(response, status, headers, body);
	}

	function send(
		response: ServerResponse,
		status: number,
		headers: Readonly<Record<string, string>>,
		body: string
	): void {
		const length = Buffer.byteLength(body);
		response.writeHead(status, { ...common, ...headers, 'content-length': length }).end(body);
	}

	return (message, response) => {
		if (message.method !== 'POST' || !isTokenPath(message.url)) return false;
		answer(message, response).catch((error: unknown) => {
			const storage = storageErrorOf(error);
			if (!storage) report(error);
			const fault = storage?.message ?? 'Internal Error';
			const json = { 'content-type': 'application/json' };
			send(response, storage ? 503 : 500, json, JSON.stringify({ message: fault }));
		});
		return true;
	};
}

function commonHeaders({ origin }: Settings): Readonly<Record<string, string>> {
	const headers = new Headers();
	setSecurityHeaders(headers, {
		secure: origin.startsWith('https:'),
		connect: isConnectPage(PATH)
	});
	return Object.fromEntries(headers);
}

function isTokenPath(url = ''): boolean {
	return url === PATH || url.startsWith(`${PATH}?`);
}

function requestOf(message: IncomingMessage): IncomingTokenRequest {
	return {
		url: message.url ?? '',
		headers: {
			get(name) {
				const value = message.headers[name];
				return typeof value === 'string' ? value : null;
			}
		},
		text: () => readText(message)
	};
}

/** Reads to the end even what is too long: otherwise the client would not read the answer. */
function readText(message: IncomingMessage): Promise<string> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let length = 0;
		message.on('data', (chunk: Buffer) => {
			length += chunk.length;
			if (length <= MAX_BODY_BYTES) chunks.push(chunk);
		});
		message.on('end', () => {
			if (length > MAX_BODY_BYTES) reject(new RangeError('The body is too long'));
			else resolve(Buffer.concat(chunks).toString('utf8'));
		});
		message.on('error', reject);
	});
}
