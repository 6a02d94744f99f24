import { dialectOf } from '#lib/access/program-address.ts';
import type { OAuthFaultName } from '#lib/faults/faults.ts';
import { identified, OAUTH_ERROR_CODES, OAuthError } from '#lib/connect/oauth-error.ts';
import { errorIn } from '#lib/vehicles/call/error-apis.ts';
import { platformError, type PlatformErrorName } from '#lib/vehicles/call/platform-errors.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import { refusalInDialect } from '../dialect.ts';
import { signInAgainUrl } from '../sign-in-again.ts';
import { v2Refusal } from '../v2/answers.ts';
import { v3Refusal } from '../v3/answers.ts';
import { vehicleCallsOf } from '../vehicle-call.ts';

/** An error of the platform, as the API that was asked has it. */
export function errorAnswer(call: Call, name: PlatformErrorName, seconds: number): Answer {
	const { envelope, pathname } = call;
	const api = dialectOf(pathname) === 'v3' ? 'v3' : 'v2';
	const error = platformError(errorIn(api, name) ?? name);
	const url = wayOut(call, error);
	const facts = {
		...(url !== null && { url }),
		...(error.status === 429 && { headers: { 'retry-after': String(seconds) } })
	};
	return api === 'v3' ? v3Refusal(envelope.id, error, facts) : v2Refusal(envelope.id, error, facts);
}

/** Where an owner signs in again, where that helps. */
function wayOut(
	{ context, envelope, params }: Call,
	{ type, resolution }: ReturnType<typeof platformError>
): string | null {
	const [called] = vehicleCallsOf(envelope);
	const { vehicleId } = params;
	if (type !== 'CONNECTED_SERVICES_ACCOUNT' || resolution !== 'REAUTHENTICATE') return null;
	if (!called || vehicleId === undefined) return null;
	const { clientId, mode } = called;
	const origin = envelope.origin ?? context.settings.origin;
	return signInAgainUrl(origin, { clientId, vehicleId: vehicleId.toLowerCase(), mode });
}

/** An error of the token endpoints. */
export function oauthAnswer({ envelope }: Call, name: OAuthFaultName): Answer {
	const code = OAUTH_ERROR_CODES.find((one) => name === `OAUTH:${one}`) ?? 'server_error';
	const error = new OAuthError(code, `This went wrong on purpose, as ${name}.`);
	return identified(error.toAnswer(), envelope.id);
}

/** Too many requests, in the words of the address. */
export function rateLimited({ envelope, pathname }: Call, seconds: number): Answer {
	const refusal = {
		status: 429,
		message: `Too many requests; try again in ${seconds} s.`,
		headers: { 'retry-after': String(seconds) }
	};
	const answer = refusalInDialect(pathname, refusal, envelope.id);
	if (!answer) throw new TypeError(`No program asks at ${pathname}`);
	return answer;
}
