import type { ConnectAnswer } from '#lib/access/connect-url/answer-names.ts';
import { encodeValue } from '#lib/access/connect-url/encoding.ts';
import { isLoopbackName, LOOPBACK_NAMES } from '#lib/access/loopback.ts';
import type { ErrorAnswer } from './connect-errors.ts';
import { printable } from './oauth-error.ts';
import { rulesOf, type Protocol } from './protocol.ts';

/** Where a session ends and what every answer to it repeats. */
export interface Destination {
	readonly redirectUri: string;
	readonly state: string | null;
	readonly protocol: Protocol;
	/** Our own origin. */
	readonly issuer: string;
}

/**
 * The address that takes the owner back to the application. A query that the redirect URI has is
 * kept (RFC 6749 section 3.1.2); `state` returns as it was meant, its `+` written so that no reader
 * takes it for a space.
 */
export function redirectBack(
	{ redirectUri, state, protocol, issuer }: Destination,
	answer: ConnectAnswer,
	extra: ConnectAnswer = {}
): string {
	const parameters: ConnectAnswer = {
		...answer,
		state,
		...extra,
		iss: rulesOf(protocol).namesIssuer ? issuer : null
	};
	const query = Object.entries(parameters)
		.flatMap(([name, value]) =>
			typeof value === 'string' ? [`${name}=${encodeValue(value)}`] : []
		)
		.join('&');
	return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query}`;
}

/** Back to the application with an error, which the doors have the words for. */
export interface ErrorBack {
	readonly kind: 'error';
	readonly to: Destination;
	readonly answer: ErrorAnswer;
}

/** An error as the application reads it. */
export interface WordedError {
	readonly error: ErrorAnswer['error'];
	readonly description: string;
	readonly extra?: ConnectAnswer | undefined;
}

export function redirectWithError(
	destination: Destination,
	{ error, description, extra }: WordedError
): string {
	return redirectBack(destination, { error, error_description: printable(description) }, extra);
}

/** An app under development often sends the owner on, from its server's port to that of its pages. */
const ANY_LOOPBACK_PORT = LOOPBACK_NAMES.filter((name) => !isAddressOfIpv6(name))
	.map((name) => `http://${name}:*`)
	.join(' ');

function isAddressOfIpv6(host: string): boolean {
	return host.startsWith('[');
}

/**
 * The source that `form-action` of a Content Security Policy has to name, or browsers stop the last
 * redirect: an origin, or the scheme of an app. The policy's grammar knows no IPv6 address, so that
 * of one the scheme has to do.
 *
 * @param developer whether this server runs on the developer's machine, where apps send owners on
 */
export function formActionSource(redirectUri: string, developer: boolean): string {
	const [, scheme = ''] = /^([a-z][a-z0-9+.-]*):/i.exec(redirectUri) ?? [];
	const url = URL.parse(redirectUri);
	if (!url || !/^https?$/i.test(scheme)) return `${scheme.toLowerCase()}:`;
	if (isAddressOfIpv6(url.hostname)) return url.protocol;
	return developer && isLoopbackName(url.hostname)
		? `${url.origin} ${ANY_LOOPBACK_PORT}`
		: url.origin;
}

/** Where a redirect URI leads, in as few words as tell it apart: host and port, or an app's scheme. */
export function placeOf(redirectUri: string): string {
	const url = URL.parse(redirectUri);
	return url && /^https?:$/.test(url.protocol) ? url.host : `${redirectUri.split(':')[0] ?? ''}:`;
}

/** Longest place that a header has room for. */
const MOST_SHOWN = 48;

/** A place for a header: of a long one its end, which tells whose it is. */
export function shownPlace(redirectUri: string): string {
	const place = placeOf(redirectUri);
	return place.length > MOST_SHOWN ? `…${place.slice(1 - MOST_SHOWN)}` : place;
}

/** Where an application begins, for an owner who has nothing to bring back. */
export function startOf(redirectUri: string): string {
	const url = URL.parse(redirectUri);
	return url && /^https?:$/.test(url.protocol) ? `${url.origin}/` : redirectUri;
}
