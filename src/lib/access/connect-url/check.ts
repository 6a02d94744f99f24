import type { LinkFinding, Severity } from './checks/finding.ts';
import type { ConnectContext, Link } from './checks/link.ts';
import { CHECKS } from './checks/order.ts';
import { CONNECT_PARAMETERS } from './parameter-table.ts';
import type { ConnectParameters } from './parameters.ts';
import type { ParsedConnectUrl } from './parse.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/**
 * Everything worth saying about the parameters of a Connect link: errors first, then warnings,
 * then notes. An empty value counts as absent; of an empty scope that is said.
 */
export function checkConnect(
	parameters: ConnectParameters,
	context: ConnectContext
): readonly LinkFinding[] {
	return checkLink({ parameters }, context);
}

/**
 * The same for a link that was read from text, with what is wrong with the text itself. The reader
 * and a check may find the same; `tellOnce` tells it once.
 */
export function checkConnectUrl(
	parsed: ParsedConnectUrl,
	context: ConnectContext
): readonly LinkFinding[] {
	if (Object.keys(parsed.parameters).length === 0) return parsed.problems;
	return checkLink(parsed, context);
}

function checkLink(link: Link, context: ConnectContext): readonly LinkFinding[] {
	const present = { ...link, parameters: withoutEmpty(link.parameters) };
	const findings = CHECKS.flatMap((row) =>
		row.by === 'everybody' ? row.check(present, context) : []
	);
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
