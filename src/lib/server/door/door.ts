import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { refusalInDialect } from '../programs/dialect.ts';
import type { ProgramsListener } from '../programs/listener.ts';
import { envelopeOf } from '../http/envelope.ts';
import { SECURITY_HEADERS } from '../http/headers.ts';
import type { Settings } from '../settings.ts';
import { whyAmbiguous } from './ambiguous.ts';
import { logWhenAnswered } from './request-log.ts';
import type { StaticFiles } from './static-files.ts';

/** Headers that tell the framework the address it was asked under. Always ours, never the client's. */
export const FRAMEWORK_HEADERS = {
	host: 'x-valetkey-host',
	protocol: 'x-valetkey-protocol'
} as const;

/** Those that answer, in the order in which they are asked. */
export interface Answerers {
	/** Puts the headers of every answer on its own. */
	readonly programs: ProgramsListener;
	readonly files: StaticFiles;
	readonly framework: (request: IncomingMessage, response: ServerResponse) => void;
}

/** What every request passes, whoever answers it. */
export function createDoor(settings: Settings, answerers: Answerers): RequestListener {
	return (request, response) => {
		const envelope = envelopeOf(request, settings);
		logWhenAnswered(request, response, envelope);
		const fault = whyAmbiguous(request);
		// With headers of its own: to set some here and some there costs as much as all the rest of them.
		if (fault === null && answerers.programs(request, response)) return;
		for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
		if (fault !== null) return refuse(request, response, fault, envelope.id);
		const askFramework = () => {
			const { protocol, host } = new URL(envelope.origin ?? settings.origin);
			request.headers[FRAMEWORK_HEADERS.host] = host;
			request.headers[FRAMEWORK_HEADERS.protocol] = protocol.slice(0, -1);
			answerers.framework(request, response);
		};
		if (answerers.files(request, response, askFramework)) envelope.route = '(file)';
		else askFramework();
	};
}

function refuse(
	{ url = '' }: IncomingMessage,
	response: ServerResponse,
	message: string,
	requestId: string
): void {
	const [pathname = ''] = url.split(/[?#]/, 1);
	const { status, headers, body } = refusalInDialect(
		pathname,
		{ status: 400, message },
		requestId
	) ?? {
		status: 400,
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
		body: message
	};
	response.writeHead(status, headers).end(body);
}
