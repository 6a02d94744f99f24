import { UUID } from '#lib/access/client-id.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import { checkConnect } from '#lib/access/connect-url/check.ts';
import type { ConnectFinding } from '#lib/access/connect-url/finding.ts';
import { isSimulatedVin } from '#lib/access/connect-url/vin.ts';
import { isSimulatedMode } from '#lib/access/connect-url/parameters.ts';
import { parseScope, type ScopeFinding } from '#lib/access/scope.ts';
import type { Application } from '../../applications.ts';
import {
	configurationError,
	type ErrorAnswer,
	type RequestErrorCode
} from '#lib/connect/connect-errors.ts';
import type { ProtocolRules } from '#lib/connect/protocol.ts';
import { isCodeChallenge } from '../token/pkce.ts';
import type { PageRefusal } from './page-refusal.ts';
import type { ConnectQuery } from './read-query.ts';

/** One rule. Null where it is kept. */
type Check = (query: ConnectQuery, rules: ProtocolRules) => ErrorAnswer | PageRefusal | null;

const refuse = (error: RequestErrorCode, description: string): ErrorAnswer => ({
	error,
	description
});

/** RFC 6749 section 3.1: a parameter stands once. One SDK writes the same one twice. */
const checkRepeats: Check = ({ repeated, problems }, { allowsEqualRepeats }) => {
	const [name] = allowsEqualRepeats
		? problems.filter(({ code }) => code === 'repeated-differently').map((found) => found.parameter)
		: repeated;
	const extra = repeated.find((word) => word.startsWith('code_challenge'));
	const found = name ?? extra;
	return found ? refuse('invalid_request', `${found} stands more than once.`) : null;
};

/** Without it the platform shows a page, although the redirect URI can be trusted by now. */
const checkResponseType: Check = ({ parameters }, { redirectsEarlyFaults }) => {
	const { responseType, path } = parameters;
	if (responseType === undefined) {
		if (redirectsEarlyFaults) return refuse('invalid_request', 'response_type is missing.');
		return {
			message: '400: Missing required parameter: "response_type"',
			advice: `Add response_type=${path === 'reauthenticate' ? 'vehicle_id' : 'code'} to the link.`
		};
	}
	const accepted =
		path === 'reauthenticate'
			? ['vehicle_id', 'none'].includes(responseType)
			: ['code', 'none'].includes(responseType) || UUID.test(responseType);
	if (accepted) return null;
	return refuse(
		'unsupported_response_type',
		path === 'reauthenticate'
			? 'Send response_type=vehicle_id to let an owner sign in again.'
			: 'Send response_type=code, or none for machine credentials.'
	);
};

/** The request comes in the query and is fetched from nowhere (OpenID Connect Core section 6). */
const checkCarrier: Check = ({ extra: { carrier } }) =>
	carrier === null
		? null
		: refuse(`${carrier}_not_supported`, `Send the parameters themselves, without ${carrier}.`);

/** Source: RFC 7636 sections 4.2 and 4.3; the method `plain`, its default, is not accepted. */
const checkPkce: Check = ({ extra: { codeChallenge, codeChallengeMethod } }) => {
	if (codeChallenge === null) {
		if (codeChallengeMethod === null) return null;
		return refuse('invalid_request', 'code_challenge_method needs a code_challenge beside it.');
	}
	if (codeChallengeMethod !== 'S256') {
		return refuse('invalid_request', 'Send code_challenge_method=S256; no other is accepted.');
	}
	if (isCodeChallenge(codeChallenge)) return null;
	return refuse('invalid_request', 'A code_challenge is 43 characters of base64url without "=".');
};

/** Faults of a word that is written as a name but is none: for the platform all of them are one. */
const NAMES_NOTHING: ReadonlySet<ScopeFinding['code']> = new Set([
	'unknown-permission',
	'unknown-prefix',
	'former-name',
	'separator'
]);

/** A permission that does not exist ends on a page of the platform, like one outside the plan. */
const checkScope: Check = ({ parameters }, { redirectsEarlyFaults }) => {
	if (parameters.scope === undefined) return null;
	const { problems } = parseScope(parameters.scope);
	const [first] = problems;
	if (!first) return null;
	const unknown = problems.filter(({ code }) => NAMES_NOTHING.has(code));
	if (redirectsEarlyFaults || unknown.length < problems.length) {
		return refuse('invalid_scope', problems.map(({ message }) => message).join(' '));
	}
	const names = unknown.map(({ word }) => word.replace(/^required:/, '')).join(', ');
	return {
		message: `400: Application not authorized to request permission(s): ${names}`,
		advice: unknown.map(({ message }) => message).join(' ')
	};
};

/** Judged where it is used: an unknown brand is a vehicle that is not supported. */
const JUDGED_LATER: ReadonlySet<string | null> = new Set([
	'client_id',
	'application_id',
	'redirect_uri',
	'response_type',
	'scope',
	'make',
	'vehicle_id'
]);

const LIVE_MODE_REFUSES_TEST_VIN =
	'You have entered a test mode VIN. Please enter a VIN that belongs to a real vehicle.';

function answerFinding({ parameter, message }: ConnectFinding, query: ConnectQuery): ErrorAnswer {
	if (parameter !== 'single_select_vin') {
		return refuse('invalid_request', `${parameter ?? 'The link'}: ${message}`);
	}
	const { parameters } = query;
	const isTestVin = isSimulatedVin(parameters.singleSelectVin ?? '');
	const literal = isTestVin && !isSimulatedMode(parameters) && parameters.singleSelect === 'true';
	return configurationError(literal ? LIVE_MODE_REFUSES_TEST_VIN : message);
}

const CHECKS: readonly Check[] = [
	checkRepeats,
	checkResponseType,
	checkCarrier,
	checkPkce,
	checkScope
];

/**
 * Everything that is checked once client and redirect URI are verified.
 *
 * @returns null when the request can be answered.
 */
export function checkRequest(
	query: ConnectQuery,
	{ clientId, redirectUris }: Application,
	rules: ProtocolRules
): ErrorAnswer | PageRefusal | null {
	for (const check of CHECKS) {
		const fault = check(query, rules);
		if (fault) return fault;
	}
	const context = { application: { clientId, redirectUris }, makes: MAKES };
	const finding = [...query.problems, ...checkConnect(query.parameters, context)].find(
		({ severity, parameter }) => severity === 'error' && !JUDGED_LATER.has(parameter)
	);
	return finding ? answerFinding(finding, query) : null;
}
