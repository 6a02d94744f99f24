import type { IncomingMessage, ServerResponse } from 'node:http';
import { MAX_BODY_BYTES } from '../../http/body.ts';
import type { Engine } from '../../db/engine.ts';
import type { EarlyListener } from '../../door/door.ts';
import { FAILED, refusalInDialect, unavailable, type Refusal } from '../../programs/dialect.ts';
import { envelopeOf, type Envelope } from '../../http/envelope.ts';
import { isConnectPage, refusalOf } from '../../http/guard.ts';
import { setSecurityHeaders } from '../../http/headers.ts';
import { logFault } from '../../log-fault.ts';
import { requestContext } from '../../http/request-context.ts';
import type { Settings } from '../../settings.ts';
import type { JsonAnswer } from '#lib/connect/oauth-error.ts';
import { tokenThrottle } from '../throttle.ts';
import { answerToken } from '../../programs/oauth/endpoints.ts';
import type { IncomingTokenRequest } from '../../programs/oauth/read-request.ts';

const PATH = '/oauth/token';

/**
 * Answers token requests straight from the connection. The guard, the function that answers, and
 * the headers are those of the route, which serves wherever nothing asks this listener.
 */
export function createTokenListener(settings: Settings, engine: Engine): EarlyListener {
	const common = { plain: commonHeaders(false), secure: commonHeaders(true) };

	async function answer(
		message: IncomingMessage,
		response: ServerResponse,
		{ id: requestId, origin: own, address }: Envelope
	): Promise<void> {
		const request = requestOf(message);
		const refusal = refusalOf(
			{ method: 'POST', pathname: PATH, headers: request.headers, own },
			settings.origins
		);
		if (refusal) {
			refuse(response, refusal, requestId);
			return;
		}
		const context = requestContext(engine, settings);
		const throttle = tokenThrottle(context, address);
		send(response, await answerToken(context, request, { throttle, requestId }));
	}

	function refuse(response: ServerResponse, refusal: Refusal, requestId: string): void {
		const answer = refusalInDialect(PATH, refusal, requestId);
		if (answer) send(response, answer);
	}

	function send(response: ServerResponse, { status, headers, body }: JsonAnswer): void {
		const length = Buffer.byteLength(body);
		const isSecure = response.req.envelope?.origin?.startsWith('https:') === true;
		const ofAll = isSecure ? common.secure : common.plain;
		response.writeHead(status, { ...ofAll, ...headers, 'content-length': length }).end(body);
	}

	return (message, response) => {
		if (message.method !== 'POST' || !isTokenPath(message.url)) return false;
		const envelope = envelopeOf(message, settings);
		envelope.route = PATH;
		answer(message, response, envelope).catch((error: unknown) => {
			const storage = logFault(error, envelope.id);
			if (response.headersSent) return void response.destroy();
			refuse(response, storage ? unavailable(storage.message) : FAILED, envelope.id);
		});
		return true;
	};
}

function commonHeaders(secure: boolean): Readonly<Record<string, string>> {
	const headers = new Headers();
	setSecurityHeaders(headers, { secure, connect: isConnectPage(PATH) });
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
