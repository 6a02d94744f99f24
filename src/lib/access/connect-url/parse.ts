import { findUnprintable, MAX_TEXT_LENGTH } from '../characters.ts';
import { formerParameter } from '../names/former-parameters.ts';
import { nearest } from '../nearest.ts';
import type { LinkFault, LinkFinding, Severity } from './checks/finding.ts';
import { decodeValue } from './encoding.ts';
import { PARAMETER_NAMES, parameterNamed } from './parameter-table.ts';
import {
	CONNECT_PATHS,
	RESPONSE_TYPES,
	type ConnectParameters,
	type ConnectPath,
	type ParameterKey
} from './parameters.ts';

/** Unknown parameters that are described one by one. */
const MAX_UNKNOWN_DESCRIBED = 20;

/** More problems than this are not told. */
const MAX_PROBLEMS = 50;

/** A parameter that Connect does not know, kept as it came. */
interface UnknownParameter {
	readonly name: string;
	readonly value: string;
	/** The known parameter that was probably meant. */
	readonly nearest: string | null;
}

export interface ParsedConnectUrl {
	/** Scheme, host and port in lower case; null when the text holds a query only. */
	readonly origin: string | null;
	/** What the link says, defaults included where it writes them. */
	readonly parameters: ConnectParameters;
	readonly unknown: readonly UnknownParameter[];
	/** What is wrong with the text itself; the values are judged by `checkConnect`. */
	readonly problems: readonly LinkFinding[];
}

/** One parameter of a query, decoded. */
export interface Pair {
	readonly name: string;
	readonly value: string;
	readonly valid: boolean;
}

/**
 * Reads a Connect URL as any SDK writes it, or its query alone, also broken over several lines.
 * Every value is decoded exactly once, as the platform does; `repairLink` sees to what people paste
 * besides. A repeated parameter with the same value is accepted. Never throws.
 */
export function parseConnectUrl(text: string): ParsedConnectUrl {
	const problems: LinkFinding[] = [];
	const trimmed = text.slice(0, MAX_TEXT_LENGTH).trim();
	if (text.length > MAX_TEXT_LENGTH) {
		problems.push(error(null, { code: 'text-too-long' }));
	}
	const [, scheme, authority, address = '', query = ''] =
		/^(?:([a-z][a-z0-9+.-]*):\/\/([^/?#\s]*))?(?:([^?#=]*)\?)?([^#]*)/i.exec(trimmed) ?? [];
	if (!query.includes('=')) {
		problems.push(error(null, { code: 'not-a-url' }));
		return { origin: null, parameters: {}, unknown: [], problems };
	}
	const path = readPath(address.trim(), problems);
	const { parameters, unknown } = readPairs(splitQuery(query), problems);
	if (!parameters.responseType) {
		problems.push(
			error('response_type', { code: 'no-response-type', write: RESPONSE_TYPES[path] })
		);
	}
	const origin = scheme === undefined ? null : `${scheme}://${authority ?? ''}`.toLowerCase();
	return {
		origin,
		parameters: { path, ...parameters },
		unknown,
		problems: problems.slice(0, MAX_PROBLEMS)
	};
}

/** A host in front is one that was pasted without its scheme. */
function readPath(address: string, problems: LinkFinding[]): ConnectPath {
	const path = address
		.replace(/^[\w.-]+(?::\d+)?(?=\/)/, '')
		.replace(/\/{2,}/g, '/')
		.replace(/\/$/, '');
	if (path === CONNECT_PATHS.reauthenticate) return 'reauthenticate';
	if (path === '' || path === CONNECT_PATHS.authorize) return 'authorize';
	const near = nearest(path, Object.values(CONNECT_PATHS)) ?? CONNECT_PATHS.authorize;
	problems.push(error(null, { code: 'unknown-path', path, near }));
	return near === CONNECT_PATHS.reauthenticate ? 'reauthenticate' : 'authorize';
}

/** A JSON object in base64, as the browser SDK writes it into `state` without encoding it. */
const RAW_BASE64 = /^eyJ[A-Za-z0-9+/]*={0,2}$/;

/** `%20` and `+` are a space (RFC 6749 section 4.1.1), except in the browser SDK's own state. */
export function splitQuery(query: string): readonly Pair[] {
	return query
		.split('&')
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.map((part) => {
			const at = part.indexOf('=');
			const raw = at < 0 ? '' : part.slice(at + 1);
			const name = decodeValue(at < 0 ? part : part.slice(0, at));
			const isRaw = name.text === 'state' && RAW_BASE64.test(raw);
			const value = decodeValue(raw, isRaw ? 'literal' : 'space');
			return { name: name.text, value: value.text, valid: name.valid && value.valid };
		});
}

function readPairs(pairs: readonly Pair[], problems: LinkFinding[]) {
	const values: Partial<Record<ParameterKey, string>> = {};
	const unknown = new Map<string, UnknownParameter>();
	let idParameter: ConnectParameters['idParameter'];
	for (const { name, value, valid } of pairs) {
		const facts = parameterNamed(name);
		if (!valid) problems.push(error(name, { code: 'bad-percent' }));
		if (!facts) {
			if (!unknown.has(name)) {
				unknown.set(name, { name, value, nearest: nearest(name, PARAMETER_NAMES) });
			}
			continue;
		}
		const before = values[facts.key];
		if (before !== undefined) {
			if (before !== value) {
				problems.push(error(name, { code: 'repeated-differently', first: before, second: value }));
			}
			continue;
		}
		values[facts.key] = value;
		if (facts.key === 'clientId') {
			idParameter = name === 'application_id' ? 'application_id' : 'client_id';
		}
		problems.push(...oddValue(name, value));
	}
	problems.push(...describeUnknown([...unknown.values()]));
	return {
		parameters: idParameter ? { idParameter, ...values } : values,
		unknown: [...unknown.values()]
	};
}

/** A scope is left to its own reader: there, white space of any kind and nothing at all have a meaning. */
function oddValue(name: string, value: string): readonly LinkFinding[] {
	if (name === 'scope') return [];
	const character = findUnprintable(value);
	if (character !== null) return [error(name, { code: 'control-character', character })];
	return value === '' ? [finding('note', name, { code: 'empty-value' })] : [];
}

function describeUnknown(unknown: readonly UnknownParameter[]): readonly LinkFinding[] {
	const described = unknown.slice(0, MAX_UNKNOWN_DESCRIBED).map(describeUnknownOne);
	const count = unknown.length - described.length;
	return count === 0
		? described
		: [...described, error(null, { code: 'more-unknown-parameters', count })];
}

/** Source: RFC 7636 section 4.3. */
const PKCE: readonly string[] = ['code_challenge', 'code_challenge_method'];

function describeUnknownOne({ name, value, nearest: near }: UnknownParameter): LinkFinding {
	if (PKCE.includes(name)) return finding('note', name, { code: 'pkce-parameter', name });
	const meant = formerParameter(name, value);
	if (meant === null) return finding('warning', name, { code: 'unknown-parameter', name, near });
	const severity = meant.write ? 'warning' : 'error';
	return finding(severity, name, { code: 'former-parameter', name, ...meant });
}

function error(parameter: string | null, fault: LinkFault): LinkFinding {
	return finding('error', parameter, fault);
}

function finding(severity: Severity, parameter: string | null, fault: LinkFault): LinkFinding {
	return { parameter, severity, ...fault };
}
