import { isForwarded } from '../../http/forwarded.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import { asCaller, endpoint, Refused, unlimited, type Endpoint } from '../endpoint.ts';
import { controlRefusal } from './answers.ts';
import { readBody, type BodyForm } from './read-body.ts';

const OFF =
	'The control API is off, since others can reach this server and it asks nobody who they are. Start one that listens on 127.0.0.1 and is known under no other address.';

const OFF_BEHIND_PROXY =
	'The control API is off for what comes through a proxy, since it asks nobody who they are. Ask the server itself, on 127.0.0.1.';

/**
 * What a script asks for by a body of JSON. It brings no credentials, so that only a server that
 * nobody else reaches answers, and pages of other sites are refused before (http/guard.ts). How
 * often is not counted.
 */
export function controlEndpoint<T>(
	form: BodyForm<T>,
	answer: (call: Call, asked: T) => Promise<Answer>
): Endpoint {
	return endpoint<T, T>({
		who: async (call) => {
			const off = whereOff(call);
			if (off) return off;
			const read = await readBody(call.request, form);
			return read.ok ? read.data : new Refused(controlRefusal(call.envelope.id, read));
		},
		limit: unlimited,
		permission: asCaller,
		answer
	});
}

/** The same for what is asked without a body. */
export function controlReading(answer: (call: Call) => Promise<Answer>): Endpoint {
	return endpoint<null, null>({
		who: async (call) => whereOff(call),
		limit: unlimited,
		permission: asCaller,
		answer
	});
}

function whereOff({ context, envelope, request }: Call): Refused | null {
	const { settings } = context;
	const { isPublic } = settings;
	if (!isPublic && !isForwarded(request.headers, settings)) return null;
	const message = isPublic ? OFF : OFF_BEHIND_PROXY;
	return new Refused(controlRefusal(envelope.id, { status: 403, message }));
}
