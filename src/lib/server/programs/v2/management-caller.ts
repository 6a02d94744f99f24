import { applicationOfManagementToken } from '../../applications/management-token.ts';
import { secondsToWait } from '../../connect/throttle.ts';
import type { Call } from '../call.ts';
import { Refused } from '../endpoint.ts';
import { v2Refusal } from './answers.ts';
import type { BasicClient } from './basic-client.ts';

/** User name beside the application management token, where that is sent by HTTP Basic. */
const USER_NAME = 'default';

/** The token of a request that is sent as the platform's SDKs send it; null for anything else. */
function managementTokenOf(authorization: string, as: 'basic' | 'bearer'): string | null {
	if (as === 'bearer') return /^bearer +(\S+)$/i.exec(authorization)?.[1] ?? null;
	const [, encoded] = /^basic +([a-z0-9+/]+={0,2})$/i.exec(authorization) ?? [];
	if (encoded === undefined) return null;
	const [name, ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
	return name === USER_NAME && rest.length > 0 ? rest.join(':') : null;
}

/** The application whose management token a request brings, or the refusal. */
export function readManagementCaller(as: 'basic' | 'bearer') {
	return async ({
		context,
		envelope,
		request
	}: Pick<Call, 'context' | 'envelope' | 'request'>): Promise<BasicClient | Refused> => {
		const token = managementTokenOf(request.headers.get('authorization') ?? '', as);
		const clientId =
			token === null
				? null
				: await context.read((transaction) => applicationOfManagementToken(transaction, token));
		if (clientId !== null) return { clientId };
		const scheme = as === 'basic' ? 'Basic' : 'Bearer';
		return new Refused(
			v2Refusal(envelope.id, 'AUTHENTICATION', {
				description:
					'Send the application management token, which the Credentials page of the application shows.',
				headers: { 'www-authenticate': `${scheme} realm="Valetkey"` }
			})
		);
	};
}

/** Refuses an application that asks too often. */
export function limitManagement(
	{ context, envelope }: Pick<Call, 'context' | 'envelope'>,
	{ clientId }: BasicClient
): Refused | null {
	const seconds = secondsToWait(context, 'api', clientId);
	if (seconds === 0) return null;
	const headers = { 'retry-after': String(seconds) };
	return new Refused(v2Refusal(envelope.id, 'RATE_LIMIT:SMARTCAR_API', { headers }));
}
