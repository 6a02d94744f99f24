import { MAKES } from '#lib/access/catalog/makes.ts';
import type { LinkFault } from '#lib/access/connect-url/checks/finding.ts';
import type { ConnectContext, ConnectQuery } from '#lib/access/connect-url/checks/link.ts';
import {
	errorsByStage,
	isTold,
	type RequestError,
	type StageName
} from '#lib/access/connect-url/checks/stages.ts';
import type { ScopeFinding } from '#lib/access/scope.ts';
import type { ErrorAnswer, RequestErrorCode, RequestFault } from '../connect-errors.ts';
import type { ProtocolRules } from '../protocol.ts';
import { showPage, type ShownPage } from './page-refusal.ts';

/** How the errors of a stage are answered. Null where these rules let them pass. */
type Answer = (
	errors: readonly RequestError[],
	query: ConnectQuery,
	rules: ProtocolRules
) => ErrorAnswer | ShownPage | null;

const refuse = (error: RequestErrorCode, fault: RequestFault): ErrorAnswer => ({ error, fault });

/** One SDK writes the same parameter twice; those of PKCE stand once by any rules. */
const answerRepeats: Answer = (errors, _, { allowsEqualRepeats }) => {
	const equal = errors.filter(({ code }) => code === 'repeated');
	const differing = errors.filter(({ code }) => code === 'repeated-differently');
	const [found] = allowsEqualRepeats
		? [...differing, ...equal.filter(({ parameter }) => parameter?.startsWith('code_challenge'))]
		: equal;
	return found ? refuse('invalid_request', { code: 'repeated', parameter: found.parameter }) : null;
};

/** Without it the platform shows a page, although the redirect URI can be trusted by now. */
const answerResponseType: Answer = (errors, { parameters }, { redirectsEarlyFaults }) => {
	const { path = 'authorize' } = parameters;
	if (!errors.some(({ code }) => code === 'no-response-type')) {
		return refuse('unsupported_response_type', { code: 'response-type', path });
	}
	return redirectsEarlyFaults
		? refuse('invalid_request', { code: 'no-response-type' })
		: showPage({ code: 'no-response-type', path });
};

const answerCarrier: Answer = (_, { extra: { carrier } }) =>
	carrier && refuse(`${carrier}_not_supported`, { code: 'carrier', carrier });

const answerPkce: Answer = ([error]) => {
	switch (error?.code) {
		case 'pkce-without-challenge':
		case 'pkce-method':
			return refuse('invalid_request', { code: error.code });
		default:
			return refuse('invalid_request', { code: 'pkce-challenge' });
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
	return redirectsEarlyFaults || unknown.length < problems.length
		? refuse('invalid_scope', { code: 'scope', problems })
		: showPage({ code: 'unknown-permissions', problems });
};

/** Every fault of a VIN is a wrong use of Connect, for which the platform has an error of its own. */
const answerValues: Answer = (errors) => {
	const told = errors.filter(isTold);
	const [first] = told;
	if (!first) return null;
	if (first.parameter !== 'single_select_vin') {
		return refuse('invalid_request', { code: 'value', finding: first });
	}
	const has = (code: LinkFault['code']) => told.some((error) => error.code === code);
	const isTestVin = has('simulated-vin') && !has('needs-single-select');
	const misuse = isTestVin
		? ({ code: 'test-vin' } as const)
		: ({ code: 'vin', fault: first } as const);
	return { error: 'configuration_error', misuse };
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
): ErrorAnswer | ShownPage | null {
	const context = { application, makes: MAKES };
	for (const [stage, errors] of errorsByStage(query, context)) {
		const refusal = errors.length > 0 ? ANSWERS[stage](errors, query, rules) : null;
		if (refusal) return refusal;
	}
	return null;
}
