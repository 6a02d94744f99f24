import { findUnprintable } from '../characters.ts';
import { buildConnectUrl } from './build.ts';
import {
	checkClientId,
	checkRedirect,
	checkResponseType,
	checkVehicleId
} from './check-application.ts';
import {
	checkApprovalPrompt,
	checkExternalId,
	checkMode,
	checkScope,
	checkState,
	checkUser
} from './check-owner.ts';
import { checkFlags, checkMake, checkSingleSelect, checkSingleSelectVin } from './check-vehicle.ts';
import {
	findingAbout,
	type ConnectContext,
	type ConnectFinding,
	type ConnectRule
} from './finding.ts';
import { CONNECT_PARAMETERS } from './parameter-table.ts';
import { LIVE_CONNECT_ORIGIN, type ConnectParameters } from './parameters.ts';
import type { ParsedConnectUrl } from './parse.ts';

/** Longest link that every server and messenger on the way lets through. */
export const MAX_URL_LENGTH = 8192;

/** These have readers of their own, which name the character. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set(['scope', 'redirectUri']);

const SEVERITIES: readonly ConnectFinding['severity'][] = ['error', 'warning', 'note'];

const checkCharacters: ConnectRule = (parameters) =>
	CONNECT_PARAMETERS.flatMap(({ key }) => {
		const hidden = READ_ELSEWHERE.has(key) ? null : findUnprintable(parameters[key] ?? '');
		if (hidden === null) return [];
		const message = `It holds the invisible character ${hidden}; remove it.`;
		return [findingAbout(key, parameters)('error', 'control-character', message)];
	});

const checkAppOrigin: ConnectRule = (parameters) => {
	if (parameters.appOrigin === undefined || parameters.responseType === 'none') return [];
	const message = 'It counts only with response_type=none; leave it out.';
	return [findingAbout('appOrigin', parameters)('note', 'ignored', message)];
};

const checkLength: ConnectRule = (parameters) => {
	const { length } = buildConnectUrl(parameters);
	if (length <= MAX_URL_LENGTH) return [];
	const message = `The link has ${length} characters; keep it to ${MAX_URL_LENGTH}, for example by a shorter state.`;
	return [{ parameter: null, severity: 'error', code: 'too-long', message }];
};

const RULES: readonly ConnectRule[] = [
	checkResponseType,
	checkClientId,
	checkVehicleId,
	checkScope,
	checkRedirect,
	checkState,
	checkApprovalPrompt,
	checkMode,
	checkMake,
	checkSingleSelect,
	checkSingleSelectVin,
	checkFlags,
	checkUser,
	checkExternalId,
	checkAppOrigin,
	checkCharacters,
	checkLength
];

/**
 * Everything worth saying about the parameters of a Connect link: errors first, then warnings,
 * then notes. An empty value counts as absent; of an empty scope that is said.
 */
export function checkConnect(
	parameters: ConnectParameters,
	context: ConnectContext
): readonly ConnectFinding[] {
	const present = withoutEmpty(parameters);
	return bySeverity(RULES.flatMap((rule) => rule(present, context)));
}

/** The same for a link that was read from text, with what is wrong with the text itself. */
export function checkConnectUrl(
	parsed: ParsedConnectUrl,
	context: ConnectContext
): readonly ConnectFinding[] {
	if (Object.keys(parsed.parameters).length === 0) return parsed.problems;
	const found = [
		...parsed.problems,
		...checkOrigin(parsed.origin, context),
		...checkConnect(parsed.parameters, context)
	];
	const first = new Map<string, ConnectFinding>();
	for (const finding of found) {
		const key = `${finding.parameter} ${finding.message}`;
		if (!first.has(key)) first.set(key, finding);
	}
	return bySeverity([...first.values()]);
}

function checkOrigin(
	origin: string | null,
	{ origins = [] }: ConnectContext
): readonly ConnectFinding[] {
	if (origin === null || origin === LIVE_CONNECT_ORIGIN || origins.includes(origin)) return [];
	const loopback = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin);
	return [
		{
			parameter: null,
			severity: loopback ? 'note' : 'warning',
			code: 'other-origin',
			message: loopback
				? `The link leads to ${origin} on this machine; for real owners write ${LIVE_CONNECT_ORIGIN}.`
				: `The link leads to ${origin}; Connect is at ${LIVE_CONNECT_ORIGIN}.`
		}
	];
}

function bySeverity(findings: readonly ConnectFinding[]): readonly ConnectFinding[] {
	return SEVERITIES.flatMap((severity) =>
		findings.filter((finding) => finding.severity === severity)
	);
}

function withoutEmpty(parameters: ConnectParameters): ConnectParameters {
	const { path = 'authorize', idParameter } = parameters;
	const present = Object.fromEntries(
		CONNECT_PARAMETERS.flatMap(({ key }) => {
			const value = parameters[key];
			return value === undefined || (value === '' && key !== 'scope') ? [] : [[key, value]];
		})
	);
	return { ...present, path, ...(idParameter ? { idParameter } : {}) };
}
