import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { JsonAnswer } from '#lib/connect/oauth-error.ts';
import { isConnectPage } from '../http/guard.ts';
import { setSecurityHeaders } from '../http/headers.ts';

/** An answer whose body is there. */
interface WholeAnswer extends JsonAnswer {
	/** Bytes of the body, where somebody counted them: of a long one that takes its time. */
	readonly bytes?: number;
}

/** An answer whose body comes piece by piece. */
interface StreamedAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly pieces: AsyncIterable<string | Uint8Array>;
}

/** No answer at all: the connection is cut, as by a server that breaks down. */
export const HANG_UP = 'hang up';

export type Answer = WholeAnswer | StreamedAnswer | typeof HANG_UP;

/** Writes an answer to its connection, with the headers of every answer. */
export async function sendAnswer(
	response: ServerResponse,
	answer: Answer,
	place: { readonly pathname: string; readonly secure: boolean }
): Promise<void> {
	if (answer === HANG_UP) return void response.destroy();
	const headers = { ...commonHeaders(place), ...answer.headers };
	if ('pieces' in answer) {
		response.writeHead(answer.status, headers);
		// The first piece may be long in coming.
		response.flushHeaders();
		// One who goes away, or a piece that fails, ends the connection; neither is told to anybody.
		await pipeline(Readable.from(answer.pieces), response).catch(() => response.destroy());
		return;
	}
	const { status, body, bytes = Buffer.byteLength(body) } = answer;
	// What has no body has no length either (RFC 9110 section 8.6).
	const length = status === NO_CONTENT ? {} : { 'content-length': bytes };
	response.writeHead(status, { ...headers, ...length }).end(body);
}

/** The same for who asks from within this server; null for what needs a connection. */
export function toResponse(answer: Answer): Response | null {
	if (answer === HANG_UP || 'pieces' in answer) return null;
	const { status, headers, body } = answer;
	return new Response(status === NO_CONTENT ? null : body, { status, headers });
}

const NO_CONTENT = 204;

const known = new Map<string, Readonly<Record<string, string>>>();

function commonHeaders({
	pathname,
	secure
}: {
	readonly pathname: string;
	readonly secure: boolean;
}): Readonly<Record<string, string>> {
	const connect = isConnectPage(pathname);
	const key = `${secure} ${connect}`;
	const before = known.get(key);
	if (before) return before;
	const headers = new Headers();
	setSecurityHeaders(headers, { secure, connect });
	const common = Object.fromEntries(headers);
	known.set(key, common);
	return common;
}
