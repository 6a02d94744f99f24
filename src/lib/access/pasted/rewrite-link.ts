import { findMake } from '../catalog/find-make.ts';
import type { ConnectContext } from '../connect-url/checks/link.ts';
import { encodeValue } from '../connect-url/encoding.ts';
import { parameterFacts, parameterNamed, PARAMETER_NAMES } from '../connect-url/parameter-table.ts';
import {
	CONNECT_PATHS,
	LIVE_CONNECT_ORIGIN,
	OLD_SIMULATED_MODE,
	RESPONSE_TYPES
} from '../connect-url/parameters.ts';
import { splitQuery, type ParsedConnectUrl } from '../connect-url/parse.ts';
import { formerParameter } from '../names/former-parameters.ts';
import { isPlaceholder } from './placeholder.ts';
import { readPlainScope } from './plain-scope.ts';

interface Written {
	readonly name: string;
	readonly value: string;
}

/** Known names without what spellings differ in. */
const BY_FORM: ReadonlyMap<string, string> = new Map(
	PARAMETER_NAMES.map((name) => [formOf(name), name])
);

export interface RewrittenLink {
	readonly link: string;
	/** Whether it says anything else than the link it was made of. */
	readonly changed: boolean;
}

/**
 * Writes a repaired link as Connect takes it: known names for former ones, values in their one
 * form, nothing empty, what is compulsory added. Only what can have one meaning is changed.
 */
export function rewriteLink(
	link: string,
	parsed: ParsedConnectUrl,
	context: ConnectContext
): RewrittenLink {
	const path = parsed.parameters.path ?? 'authorize';
	const origin = originOf(parsed.origin, context);
	const pairs = splitQuery(link.slice(link.indexOf('?') + 1));
	const written = new Map<string, string>();
	const own = new Set(pairs.map(({ name }) => name));
	let changed =
		(parsed.origin !== null && origin !== parsed.origin) ||
		parsed.problems.some(({ code }) => code === 'unknown-path');
	for (const { name, value } of pairs) {
		const pair = write({ name, value }, context);
		if (pair === null || pair.value === '') {
			changed = true;
		} else if (pair.name !== name && own.has(pair.name)) {
			// What the link says by the right name counts.
			changed = true;
		} else if (!written.has(pair.name)) {
			written.set(pair.name, pair.value);
			changed ||= pair.name !== name || pair.value !== value;
		} else {
			changed ||= written.get(pair.name) !== pair.value;
		}
	}
	changed ||= !written.has('response_type');
	if (written.has('single_select_vin') && written.get('single_select') !== 'true') {
		written.set('single_select', 'true');
		changed = true;
	}
	const type = written.get('response_type') ?? RESPONSE_TYPES[path];
	written.delete('response_type');
	const query = [['response_type', type] as const, ...written].map(
		([name, value]) => `${encodeValue(name)}=${isPlaceholder(value) ? value : encodeValue(value)}`
	);
	return { link: `${origin}${CONNECT_PATHS[path]}?${query.join('&')}`, changed };
}

/** The platform's other hosts do not answer here; anybody else's host may be meant. */
function originOf(origin: string | null, { origins = [] }: ConnectContext): string {
	if (origin === null) return LIVE_CONNECT_ORIGIN;
	if (origins.includes(origin)) return origin;
	return /^https?:\/\/(?:[\w-]+\.)*smartcar\.com(?::\d+)?$/.test(origin)
		? LIVE_CONNECT_ORIGIN
		: origin;
}

function write({ name, value }: Written, context: ConnectContext): Written | null {
	const known = parameterNamed(name) ? name : BY_FORM.get(formOf(name));
	if (known !== undefined) return { name: known, value: writeValue(known, value, context) };
	const meant = formerParameter(name, value);
	if (meant === null) return { name, value };
	return (
		meant.write && {
			name: meant.write.name,
			value: writeValue(meant.write.name, meant.write.value, context)
		}
	);
}

function writeValue(name: string, value: string, { application, makes }: ConnectContext): string {
	const facts = parameterNamed(name);
	const trimmed = value.trim();
	switch (facts?.key) {
		case 'clientId':
			return application && isPlaceholder(value) ? application.clientId : trimmed;
		case 'scope':
			return isPlaceholder(value) ? value : writeScope(value);
		case 'make':
			return findMake(value, makes)?.key ?? value;
		case 'mode':
			return trimmed === OLD_SIMULATED_MODE ? 'simulated' : closed('mode', trimmed);
		case 'approvalPrompt':
		case 'singleSelect':
		case 'responseType':
			return closed(facts.key, trimmed);
		default:
			return value;
	}
}

/** The order of names is the author's; only what Connect would not take is put right. */
function writeScope(value: string): string {
	const { odd, meant, parsed } = readPlainScope(value);
	return odd.length > 0 || parsed.warnings.length > 0 ? meant : value.trim();
}

/** A value of a closed set in the case in which it is accepted. */
function closed(key: 'mode' | 'approvalPrompt' | 'singleSelect' | 'responseType', value: string) {
	const values = parameterFacts(key).values ?? [];
	return values.find((known) => known.value === value.toLowerCase())?.value ?? value;
}

function formOf(name: string): string {
	return name.toLowerCase().replace(/[^a-z]/g, '');
}
