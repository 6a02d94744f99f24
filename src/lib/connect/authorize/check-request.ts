import { MAKES } from '#lib/access/catalog/makes.ts';
import type { LinkFault } from '#lib/access/connect-url/checks/finding.ts';
import type { ConnectContext, ConnectQuery } from '#lib/access/connect-url/checks/link.ts';
import {
	errorsByStage,
	isTold,
	type RequestError,
	type StageName
} from '#lib/access/connect-url/checks/stages.ts';
import { describeFault } from '#lib/access/connect-url/finding-words.ts';
import { describeScopeFinding } from '#lib/access/scope-words.ts';
import type { ScopeFinding } from '#lib/access/scope.ts';
import { configurationError, type ErrorAnswer, type RequestErrorCode } from '../connect-errors.ts';
import type { ProtocolRules } from '../protocol.ts';
import type { PageRefusal } from './page-refusal.ts';

/** How the errors of a stage are answered. Null where these rules let them pass. */
type Answer = (
	errors: readonly RequestError[],
	query: ConnectQuery,
	rules: ProtocolRules
) => ErrorAnswer | PageRefusal | null;

const refuse = (error: RequestErrorCode, description: string): ErrorAnswer => ({
	error,
	description
});

/** One SDK writes the same parameter twice; those of PKCE stand once by any rules. */
const answerRepeats: Answer = (errors, _, { allowsEqualRepeats }) => {
	const equal = errors.filter(({ code }) => code === 'repeated');
	const differing = errors.filter(({ code }) => code === 'repeated-differently');
	const [found] = allowsEqualRepeats
		? [...differing, ...equal.filter(({ parameter }) => parameter?.startsWith('code_challenge'))]
		: equal;
	return found ? refuse('invalid_request', `${found.parameter} stands more than once.`) : null;
};

/** Without it the platform shows a page, although the redirect URI can be trusted by now. */
const answerResponseType: Answer = (errors, { parameters }, { redirectsEarlyFaults }) => {
	const again = parameters.path === 'reauthenticate';
	if (!errors.some(({ code }) => code === 'no-response-type')) {
		const description = again
			? 'Send response_type=vehicle_id to let an owner sign in again.'
			: 'Send response_type=code, or none for machine credentials.';
		return refuse('unsupported_response_type', description);
	}
	if (redirectsEarlyFaults) return refuse('invalid_request', 'response_type is missing.');
	return {
		message: '400: Missing required parameter: "response_type"',
		advice: `Add response_type=${again ? 'vehicle_id' : 'code'} to the link.`
	};
};

const answerCarrier: Answer = (_, { extra: { carrier } }) =>
	carrier &&
	refuse(`${carrier}_not_supported`, `Send the parameters themselves, without ${carrier}.`);

const answerPkce: Answer = ([error]) => {
	switch (error?.code) {
		case 'pkce-without-challenge':
			return refuse('invalid_request', 'code_challenge_method needs a code_challenge beside it.');
		case 'pkce-method':
			return refuse('invalid_request', 'Send code_challenge_method=S256; no other is accepted.');
		default:
			return refuse(
				'invalid_request',
				'A code_challenge is 43 characters of base64url without "=".'
			);
	}
};

/** Faults of a word that is written as a name but is none: for the platform all of them are one. */
const NAMES_NOTHING: ReadonlySet<ScopeFinding['code']> = new Set([
	'unknown-permission',
	'unknown-prefix',
	'former-name',
	'separator'
]);

/** A permission that does not exist ends on a page of the platform, like one outside the plan. */
const answerScope: Answer = (errors, _, { redirectsEarlyFaults }) => {
	const problems = errors.flatMap((error) => (error.code === 'scope-word' ? [error.fault] : []));
	const unknown = problems.filter(({ code }) => NAMES_NOTHING.has(code));
	const description = problems.map(describeScopeFinding).join(' ');
	if (redirectsEarlyFaults || unknown.length < problems.length) {
		return refuse('invalid_scope', description);
	}
	const names = unknown.map(({ word }) => word.replace(/^required:/, '')).join(', ');
	return {
		message: `400: Application not authorized to request permission(s): ${names}`,
		advice: description
	};
};

const LIVE_MODE_REFUSES_TEST_VIN =
	'You have entered a test mode VIN. Please enter a VIN that belongs to a real vehicle.';

/** Every fault of a VIN is a wrong use of Connect, for which the platform has an error of its own. */
const answerValues: Answer = (errors) => {
	const told = errors.filter(isTold);
	const [first] = told;
	if (!first) return null;
	const message = describeFault(first);
	if (first.parameter !== 'single_select_vin') {
		return refuse('invalid_request', `${first.parameter ?? 'The link'}: ${message}`);
	}
	const has = (code: LinkFault['code']) => told.some((error) => error.code === code);
	const isTestVin = has('simulated-vin') && !has('needs-single-select');
	return configurationError(isTestVin ? LIVE_MODE_REFUSES_TEST_VIN : message);
};

/** Judged before, or where the value is used. */
const answerElsewhere: Answer = () => null;

const ANSWERS: Readonly<Record<StageName, Answer>> = {
	client: answerElsewhere,
	redirect: answerElsewhere,
	repeats: answerRepeats,
	'response-type': answerResponseType,
	carrier: answerCarrier,
	pkce: answerPkce,
	scope: answerScope,
	later: answerElsewhere,
	values: answerValues
};

/**
 * Everything that is checked once client and redirect URI are verified.
 *
 * @returns null when the request can be answered.
 */
export function checkRequest(
	query: ConnectQuery,
	application: NonNullable<ConnectContext['application']>,
	rules: ProtocolRules
): ErrorAnswer | PageRefusal | null {
	const context = { application, makes: MAKES };
	for (const [stage, errors] of errorsByStage(query, context)) {
		const refusal = errors.length > 0 ? ANSWERS[stage](errors, query, rules) : null;
		if (refusal) return refusal;
	}
	return null;
}
