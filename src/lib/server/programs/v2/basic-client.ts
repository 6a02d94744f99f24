import { OAuthError } from '#lib/connect/oauth-error.ts';
import { authenticateApplication } from '../../connect/token/authenticate.ts';
import type { Call } from '../call.ts';
import { Refused } from '../endpoint.ts';
import { readClientCredentials } from '../oauth/client-credentials.ts';
import { throttleTokens } from '../oauth/throttle.ts';
import { v2Refusal } from './answers.ts';

export interface BasicClient {
	readonly clientId: string;
}

/** The application whose id and secret a request brings by HTTP Basic, or the refusal. */
export async function readBasicClient({
	context,
	envelope,
	request
}: Pick<Call, 'context' | 'envelope' | 'request'>): Promise<BasicClient | Refused> {
	const unauthorized = (description: string, headers: Readonly<Record<string, string>>) =>
		new Refused(v2Refusal(envelope.id, 'AUTHENTICATION', { description, headers }));
	const authorization = request.headers.get('authorization');
	const credentials = readClientCredentials({ authorization, body: new Map(), flags: null });
	if (credentials instanceof OAuthError) {
		return unauthorized(credentials.description, credentials.headers);
	}
	envelope.clientId = credentials.id;
	const tooOften = throttleTokens(context, envelope.address, credentials.id);
	if (tooOften) {
		const { description, headers } = tooOften;
		return new Refused(v2Refusal(envelope.id, 'RATE_LIMIT:SMARTCAR_API', { description, headers }));
	}
	const found = await context.writeTogether((transaction) =>
		authenticateApplication(transaction, credentials)
	);
	if (found.ok) return { clientId: found.clientId };
	return unauthorized('The client id or the client secret is wrong.', {
		'www-authenticate': 'Basic realm="Valetkey", charset="UTF-8"'
	});
}
