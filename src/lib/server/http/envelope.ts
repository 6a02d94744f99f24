import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { ownOrigin, type Names } from './guard.ts';
import { clientAddress, clientProtocol, type TrustedProxy } from '../proxy.ts';

/** What is known of a request before anything is read of it. */
export interface Envelope {
	/** Names the request in the log, and to whoever asked. */
	readonly id: string;
	/** Who asks, as an address. */
	readonly address: string;
	/** The origin under which the request knows this server; null when it names another one. */
	readonly origin: string | null;
	/** What answers, for the log: a pattern without anybody's ids. */
	route?: string | undefined;
	/** The application, as far as the request said which; one of a machine client stands under its own id. */
	clientId?: string | undefined;
	/** What went wrong on purpose. */
	fault?: { readonly name: string; readonly ruleId: string | null } | undefined;
	/** What was made of its body: what came and does not stand in it, nobody read. Undefined where nobody said. */
	bodyRead?: unknown;
}

declare module 'node:http' {
	interface IncomingMessage {
		/** Put on by the server, and read by all that answer. */
		envelope?: Envelope;
	}
}

type Known = Names & { readonly proxy: TrustedProxy | null };

/** Reads the envelope of a request, and keeps it with the request. */
export function envelopeOf(message: IncomingMessage, settings: Known): Envelope {
	return (message.envelope ??= readEnvelope(
		message.headers,
		message.socket.remoteAddress ?? '',
		settings
	));
}

export function readEnvelope(
	headers: IncomingHttpHeaders,
	peer: string,
	settings: Known
): Envelope {
	const header = (name: string) => headers[name];
	const protocol = clientProtocol(peer, header, settings.proxy);
	return {
		id: randomUUID(),
		address: clientAddress(peer, header, settings.proxy),
		origin: ownOrigin(headers.host ?? null, settings, protocol)
	};
}
