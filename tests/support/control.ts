import type { Context } from '#lib/server/context.ts';
import { send, type Answer } from './tokens.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/** Posts JSON to the control API, as a script does; a text is sent as it is. */
export function control(
	context: Context,
	path: 'seed' | 'authorize' | 'clock',
	body: unknown,
	headers: Readonly<Record<string, string>> = {}
): Promise<Answer> {
	return send(context, {
		path: `/sandbox/api/${path}`,
		body: typeof body === 'string' ? body : JSON.stringify(body),
		headers: { ...JSON_TYPE, ...headers }
	});
}
