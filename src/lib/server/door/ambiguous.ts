import type { IncomingMessage } from 'node:http';

/**
 * A backslash, or a part of a path that is `.` or `..`. Readers of URLs take the one for a slash and
 * resolve the other, so that a proxy which lets some addresses through would judge another one than
 * is answered. Browsers and SDKs do both before they ask.
 *
 * Source: WHATWG URL, path state.
 */
const REWRITTEN = /\\|\/(?:\.|%2e){1,2}(?:\/|$)/i;

/** Why the head of a request does not say clearly what is asked; null when it does. */
export function whyAmbiguous({
	method = '',
	url = ''
}: Pick<IncomingMessage, 'method' | 'url'>): string | null {
	// No `Request` can have it: the framework would answer that, and no hook be asked.
	if (method === 'TRACE') return 'TRACE is not answered by this server.';
	if (!url.startsWith('/')) return 'A request names a path, which begins with a slash.';
	const [path = ''] = url.split(/[?#]/, 1);
	return REWRITTEN.test(path)
		? 'The path holds a backslash, or a part that is “.” or “..”; write the path that is meant.'
		: null;
}
