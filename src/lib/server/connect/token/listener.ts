import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { MAX_BODY_BYTES } from '../../body.ts';
import { FAILED, refusalInDialect, unavailable, type Refusal } from '../../dialect.ts';
import { isConnectPage, refusalOf } from '../../guard.ts';
import { setSecurityHeaders } from '../../headers.ts';
import type { Settings } from '../../settings.ts';
import { storageErrorOf } from '../../storage-error.ts';
import type { JsonAnswer } from '../oauth-error.ts';
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
	report: (fault: unknown, requestId: string) => void
): EarlyListener {
	const common = commonHeaders(settings);

	async function answer(
		message: IncomingMessage,
		response: ServerResponse,
		requestId: string
	): Promise<void> {
		const request = requestOf(message);
		const url = settings.origin + request.url;
		const refusal = refusalOf(
			{ method: 'POST', headers: request.headers, url },
			settings.origin,
			settings.port
		);
		if (refusal) {
			refuse(response, refusal, requestId);
			return;
		}
		const throttle = tokenThrottle(settings, message.socket.remoteAddress ?? '');
		send(response, await answerToken(request, { throttle, requestId }));
	}

	function refuse(response: ServerResponse, refusal: Refusal, requestId: string): void {
		const answer = refusalInDialect(PATH, refusal, requestId);
		if (answer) send(response, answer);
	}

	function send(response: ServerResponse, { status, headers, body }: JsonAnswer): void {
		const length = Buffer.byteLength(body);
		response.writeHead(status, { ...common, ...headers, 'content-length': length }).end(body);
	}

	return (message, response) => {
		if (message.method !== 'POST' || !isTokenPath(message.url)) return false;
		const requestId = randomUUID();
		answer(message, response, requestId).catch((error: unknown) => {
			const storage = storageErrorOf(error);
			if (!storage) report(error, requestId);
			refuse(response, storage ? unavailable(storage.message) : FAILED, requestId);
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

/** With a slash at either end too, as SDKs write it. */
function isTokenPath(url = ''): boolean {
	return /^\/+oauth\/+token\/*(\?|$)/.test(url);
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
