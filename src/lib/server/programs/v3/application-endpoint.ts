import { quote } from '#lib/access/characters.ts';
import { UUID } from '#lib/access/client-id.ts';
import { readV3Dialect } from '../../applications/v3-dialect.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import { endpoint, Refused, type Endpoint } from '../endpoint.ts';
import { v3Refusal } from './answers.ts';
import { limitBearer } from './bearer.ts';
import { readCaller, type Caller } from './caller.ts';
import { originOf } from './reach.ts';
import { styleOf, type Style } from './style.ts';

/** An application that asks with a token of its own. */
interface AskingApplication {
	readonly clientId: string;
	readonly style: Style;
}

/** What is answered to an application alone, and not to the token of one of its users. */
export function applicationEndpoint(
	answer: (call: Call, asking: AskingApplication) => Promise<Answer>
): Endpoint {
	return endpoint<Caller, AskingApplication>({
		who: readCaller,
		limit: limitBearer,
		permission: async (call, { clientId, grant }) => {
			if (!grant) {
				const dialect = await readV3Dialect(call.context, clientId);
				return { clientId, style: styleOf(dialect, originOf(call)) };
			}
			const detail =
				'The token is bound to one user; ask with one of the application, from POST /oauth2/token.';
			return new Refused(v3Refusal(call.envelope.id, 'AUTHENTICATION:ACCESS_DENIED', { detail }));
		},
		answer
	});
}

/** An id of the path in small letters, or the refusal of what is none. */
export function idOf({ envelope, params }: Call, name: string): string | Refused {
	const id = params[name] ?? '';
	if (UUID.test(id)) return id.toLowerCase();
	const detail = `${name}: ${quote(id)} is no id; send a UUID.`;
	return new Refused(v3Refusal(envelope.id, 'VALIDATION:INVALID_INPUT_FORMAT', { detail }));
}

/** The same for what is another application's and for what is nobody's. */
export function nothingCalled(
	{ envelope }: Call,
	what: 'APPLICATION' | 'CONNECTION' | 'SUBSCRIPTION' | 'USER' | 'VEHICLE' | 'WEBHOOK'
): Refused {
	return new Refused(v3Refusal(envelope.id, `RESOURCE_NOT_FOUND:${what}_NOT_FOUND`));
}
