import type { Problem } from './configuration.ts';
import { checkConnectUrl } from './connect-url/check.ts';
import { explainConnectUrl } from './connect-url/explain.ts';
import type { ConnectContext, ConnectFinding } from './connect-url/finding.ts';
import { looksLikeConnectUrl, parseConnectUrl } from './connect-url/parse.ts';
import { repairLink } from './connect-url/repair-link.ts';
import type { RequestedPermission } from './request-review.ts';
import { parseEncodedScope, parseScope, type ParsedScope } from './scope.ts';

/** More faults than this are not listed. */
const MAX_PROBLEMS = 20;

/** One parameter of a pasted link, explained. */
export interface ExplainedParameter {
	readonly name: string;
	/** Null when the link leaves it out. */
	readonly value: string | null;
	/** What it does with this value, or what its absence does, in one sentence. */
	readonly meaning: string;
	readonly findings: readonly ConnectFinding[];
}

/** What a pasted scope or Connect URL asks for. */
export interface PastedRequest {
	readonly permissions: readonly RequestedPermission[];
	/** Whether it is a link for signing in again, which asks for no permission. */
	readonly reauthenticates: boolean;
	/** Parameters of a link in our own order, absent ones too; none for a bare scope. */
	readonly parameters: readonly ExplainedParameter[];
	/** What is to say about the whole, or about what is not there. */
	readonly findings: readonly ConnectFinding[];
}

export interface PastedRequestResult {
	/** What was understood; null when it is neither a scope nor a link. */
	readonly request: PastedRequest | null;
	/** Why it cannot be turned into a selection; empty when it can. */
	readonly problems: readonly Problem[];
}

/** Reads whatever was pasted, a scope or a Connect URL, and explains it. Never throws. */
export function readPastedRequest(text: string, context: ConnectContext): PastedRequestResult {
	if (text.trim() === '') {
		return { request: null, problems: [{ path: '', message: 'Paste a scope or a Connect URL.' }] };
	}
	return looksLikeConnectUrl(text) ? readUrl(text, context) : readScope(text);
}

function readScope(text: string): PastedRequestResult {
	const scope = parseEncodedScope(text);
	const findings = scope.warnings.map(({ message }): ConnectFinding => ({
		parameter: null,
		severity: 'note',
		code: 'scope',
		message
	}));
	const { permissions } = scope;
	return {
		request:
			permissions.length === 0
				? null
				: { permissions, reauthenticates: false, parameters: [], findings },
		problems: problemsOf(scope, '')
	};
}

function readUrl(text: string, context: ConnectContext): PastedRequestResult {
	const { link, repairs } = repairLink(text);
	const parsed = parseConnectUrl(link);
	const notAUrl = parsed.problems.find(({ code }) => code === 'not-a-url');
	if (notAUrl) return { request: null, problems: [{ path: '', message: notAUrl.message }] };
	const findings = [...repairs, ...checkConnectUrl(parsed, context)];
	const about = (name: string) => findings.filter(({ parameter }) => parameter === name);
	const known = explainConnectUrl(parsed).map(({ name, value, sentence }) => ({
		name,
		value,
		meaning: sentence,
		findings: about(name)
	}));
	const unknown = parsed.unknown.map(({ name, value }) => ({
		name,
		value,
		meaning: 'Connect does not know it.',
		findings: about(name)
	}));
	const parameters = [...known, ...unknown];
	const named = new Set(parameters.map(({ name }) => name));
	const scope = parseScope(parsed.parameters.scope ?? '');
	return {
		request: {
			permissions: scope.permissions,
			reauthenticates: parsed.parameters.path === 'reauthenticate',
			parameters,
			findings: findings.filter(({ parameter }) => parameter === null || !named.has(parameter))
		},
		problems: problemsOf(scope, 'scope')
	};
}

function problemsOf({ problems }: ParsedScope, path: string): readonly Problem[] {
	return problems.slice(0, MAX_PROBLEMS).map(({ message }) => ({ path, message }));
}
