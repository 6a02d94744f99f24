import { findUnprintable, quote } from '../characters.ts';
import { formerParameter } from '../names/former-parameters.ts';
import { nearest } from '../nearest.ts';
import { decodeValue, encodeValue } from './encoding.ts';
import type { ConnectFinding } from './finding.ts';
import { PARAMETER_NAMES, parameterNamed } from './parameter-table.ts';
import {
	CONNECT_PATHS,
	type ConnectParameters,
	type ConnectPath,
	type ParameterKey
} from './parameters.ts';

/** A longer text is not read to its end. */
export const MAX_TEXT_LENGTH = 64 * 1024;

/** Unknown parameters that are described one by one. */
const MAX_UNKNOWN_DESCRIBED = 20;

/** More problems than this are not told. */
const MAX_PROBLEMS = 50;

/** A parameter that Connect does not know, kept as it came. */
export interface UnknownParameter {
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
	readonly problems: readonly ConnectFinding[];
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
	const problems: ConnectFinding[] = [];
	const trimmed = text.slice(0, MAX_TEXT_LENGTH).trim();
	if (text.length > MAX_TEXT_LENGTH) {
		problems.push(
			problem('too-long', `Only the first ${MAX_TEXT_LENGTH} characters were read; shorten it.`)
		);
	}
	const [, scheme, authority, address = '', query = ''] =
		/^(?:([a-z][a-z0-9+.-]*):\/\/([^/?#\s]*))?(?:([^?#=]*)\?)?([^#]*)/i.exec(trimmed) ?? [];
	if (!query.includes('=')) {
		return { origin: null, parameters: {}, unknown: [], problems: [...problems, notAUrl()] };
	}
	const path = readPath(address.trim(), problems);
	const { parameters, unknown } = readPairs(splitQuery(query), problems);
	if (!parameters.responseType) {
		problems.push({
			parameter: 'response_type',
			severity: 'error',
			code: 'missing',
			message: `It must be there; write response_type=${path === 'reauthenticate' ? 'vehicle_id' : 'code'}.`
		});
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
function readPath(address: string, problems: ConnectFinding[]): ConnectPath {
	const path = address
		.replace(/^[\w.-]+(?::\d+)?(?=\/)/, '')
		.replace(/\/{2,}/g, '/')
		.replace(/\/$/, '');
	if (path === CONNECT_PATHS.reauthenticate) return 'reauthenticate';
	if (path === '' || path === CONNECT_PATHS.authorize) return 'authorize';
	const near = nearest(path, Object.values(CONNECT_PATHS)) ?? CONNECT_PATHS.authorize;
	problems.push(
		problem('unknown-path', `${quote(path)} is not an address of Connect; write “${near}”.`)
	);
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

function readPairs(pairs: readonly Pair[], problems: ConnectFinding[]) {
	const values: Partial<Record<ParameterKey, string>> = {};
	const unknown = new Map<string, UnknownParameter>();
	let idParameter: ConnectParameters['idParameter'];
	for (const { name, value, valid } of pairs) {
		const facts = parameterNamed(name);
		if (!valid) problems.push(badEncoding(name));
		if (!facts) {
			if (!unknown.has(name)) {
				unknown.set(name, { name, value, nearest: nearest(name, PARAMETER_NAMES) });
			}
			continue;
		}
		const before = values[facts.key];
		if (before !== undefined) {
			if (before !== value) problems.push(repeated(name, before, value));
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
function oddValue(name: string, value: string): readonly ConnectFinding[] {
	if (name === 'scope') return [];
	const hidden = findUnprintable(value);
	if (hidden !== null) {
		const message = `It holds the invisible character ${hidden}; remove it.`;
		return [{ parameter: name, severity: 'error', code: 'control-character', message }];
	}
	if (value !== '') return [];
	const message = 'It is empty; leave it out or give it a value.';
	return [{ parameter: name, severity: 'note', code: 'empty-value', message }];
}

function describeUnknown(unknown: readonly UnknownParameter[]): readonly ConnectFinding[] {
	const described = unknown.slice(0, MAX_UNKNOWN_DESCRIBED).map(describeUnknownOne);
	const rest = unknown.length - described.length;
	if (rest === 0) return described;
	return [...described, problem('unknown-parameter', `${rest} more parameters are unknown.`)];
}

/** Source: RFC 7636 section 4.3. */
const PKCE: readonly string[] = ['code_challenge', 'code_challenge_method'];

function describeUnknownOne({ name, value, nearest: near }: UnknownParameter): ConnectFinding {
	if (PKCE.includes(name)) {
		const message = `${quote(name)} belongs to PKCE. The sandbox checks it; no public source says that the platform does. It harms nothing.`;
		return { parameter: name, severity: 'note', code: 'pkce', message };
	}
	const meant = formerParameter(name, value);
	if (meant === null) {
		const message = `${quote(name)} is no parameter of Connect and is ignored; ${near ? `did you mean “${near}”?` : 'remove it.'}`;
		return { parameter: name, severity: 'warning', code: 'unknown-parameter', message };
	}
	const { write, why } = meant;
	return {
		parameter: name,
		severity: write ? 'warning' : 'error',
		code: 'former-name',
		message: `${quote(name)} is ignored by Connect. ${why} ${write ? `Write ${write.name}=${encodeValue(write.value)}.` : 'Remove it.'}`
	};
}

function badEncoding(name: string): ConnectFinding {
	return {
		parameter: name,
		severity: 'error',
		code: 'bad-percent',
		message:
			'A “%” in it is not followed by two hexadecimal digits of UTF-8; write “%” itself as %25.'
	};
}

function repeated(name: string, first: string, second: string): ConnectFinding {
	return {
		parameter: name,
		severity: 'error',
		code: 'repeated-differently',
		message: `It stands twice, as ${quote(first)} and as ${quote(second)}; write it once.`
	};
}

function problem(code: string, message: string): ConnectFinding {
	return { parameter: null, severity: 'error', code, message };
}

function notAUrl(): ConnectFinding {
	return problem(
		'not-a-url',
		'This is no Connect URL; paste one that starts like https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=…'
	);
}
