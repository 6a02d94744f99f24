import { isForwarded } from '#lib/server/http/forwarded.ts';
import type { Context } from '#lib/server/context.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import * as words from './words.en.ts';

/** Codes stand in it: it is there for this machine alone, and where mail has no other way to go. */
export function requireOutbox({
	locals,
	request
}: Pick<RequestEvent, 'locals' | 'request'>): Context {
	const { context } = locals;
	const { kind } = context.settings.mail;
	if (kind === 'smtp') error(404, words.sentAway);
	if (kind === 'off' || isForwarded(request.headers, context.settings)) error(404, words.off);
	return context;
}
