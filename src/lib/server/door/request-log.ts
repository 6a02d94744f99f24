import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Envelope } from '../http/envelope.ts';
import { log } from '../log.ts';

/** Asked by machines every few seconds, or in dozens with each page. */
const ROUTINE = new Set(['/healthz', '(file)']);

/** Refusals that a person who runs the server wants to see. */
const REFUSED = new Set([401, 403, 421, 429]);

/**
 * One line for each request once it is answered: who asked, which route answered, how, and in how
 * many milliseconds. Never its address, headers or body, which may hold codes and secrets.
 */
export function logWhenAnswered(
	request: IncomingMessage,
	response: ServerResponse,
	envelope: Envelope
): void {
	const began = performance.now();
	response.on('close', () => {
		const { id, address, route = '(none)' } = envelope;
		const { statusCode: status, writableFinished } = response;
		const ms = Math.round(performance.now() - began);
		const line = { id, address, method: request.method, route, status, ms };
		const level = levelOf(status, route);
		if (writableFinished) log[level](line, 'answered');
		else log[level](line, 'broken off');
	});
}

function levelOf(status: number, route: string): 'warn' | 'info' | 'debug' {
	if (status >= 500 || REFUSED.has(status)) return 'warn';
	return ROUTINE.has(route) ? 'debug' : 'info';
}
