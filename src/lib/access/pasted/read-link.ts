import { checkConnectUrl } from '../connect-url/check.ts';
import type { ConnectContext } from '../connect-url/checks/link.ts';
import { encodeValue } from '../connect-url/encoding.ts';
import { explainConnectUrl } from '../connect-url/explain.ts';
import { NOT_A_CONNECT_URL } from '../connect-url/finding-words.ts';
import { tellOnce, type ConnectFinding } from '../connect-url/finding.ts';
import { parseConnectUrl } from '../connect-url/parse.ts';
import { formatScope, parseScope } from '../scope.ts';
import type { RequestedPermission } from '../request-review.ts';
import type { FoundLink } from './find-links.ts';
import { isPlaceholder } from './placeholder.ts';
import { problemsOf } from './problems.ts';
import type { ExplainedParameter, PastedRequestResult } from './reading.ts';
import { repairQuery } from './repair-query.ts';
import { rewriteLink } from './rewrite-link.ts';

/** What is read of a link; the text around it is somebody else's. */
export type ReadLink = Pick<PastedRequestResult, 'request' | 'problems' | 'fix'>;

/** What the code around a link asks for. */
export interface CodeAround {
	readonly permissions: readonly RequestedPermission[];
	/** Whether it stands under a key such as `scope`, and not only in some strings. */
	readonly keyed: boolean;
}

const NOTHING_AROUND: CodeAround = { permissions: [], keyed: false };

/**
 * Reads one link tolerantly and explains it. What the platform would not have read so is an error
 * or a warning, and the link is written anew as the platform takes it.
 *
 * @param fromCode what the text around the link asks for, for a link that leaves its scope to code
 */
export function readLink(
	found: FoundLink,
	context: ConnectContext,
	fromCode: CodeAround = NOTHING_AROUND
): ReadLink {
	const repaired = repairQuery(found);
	const filled = fillScope(repaired.link, fromCode);
	const parsed = parseConnectUrl(filled?.link ?? repaired.link);
	if (parsed.problems.some(({ code }) => code === 'not-a-url')) {
		return { request: null, problems: [{ path: '', message: NOT_A_CONNECT_URL }], fix: null };
	}
	const rewritten = rewriteLink(filled?.link ?? repaired.link, parsed, context);
	const waiting = new Set(
		explainConnectUrl(parsed)
			.filter(({ value }) => value !== null && isPlaceholder(value))
			.map(({ name }) => name)
	);
	const findings = [
		...repaired.repairs,
		...(filled ? [filled.finding] : []),
		...tellOnce(checkConnectUrl(parsed, context)).filter(
			({ parameter }) => !waiting.has(parameter ?? '')
		),
		...[...waiting].map(describePlaceholder)
	];
	const parameters = explainParameters(parsed, findings);
	const named = new Set(parameters.map(({ name }) => name));
	const { path } = parsed.parameters;
	// By a name that can only mean it, where none stands by the right one.
	const scope = parsed.parameters.scope ?? parseConnectUrl(rewritten.link).parameters.scope ?? '';
	const read = parseScope(isPlaceholder(scope) ? '' : scope);
	const odd = repaired.repairs.length > 0 || filled !== null || rewritten.changed;
	return {
		request: {
			permissions: read.permissions,
			items: [],
			reauthenticates: path === 'reauthenticate',
			parameters,
			findings: findings.filter(({ parameter }) => parameter === null || !named.has(parameter))
		},
		problems: problemsOf(read, 'scope'),
		fix: odd ? rewritten.link : null
	};
}

function explainParameters(
	parsed: ReturnType<typeof parseConnectUrl>,
	findings: readonly ConnectFinding[]
): readonly ExplainedParameter[] {
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
	return [...known, ...unknown];
}

/** Puts the scope that the code around a link has into it, where the link leaves the place open. */
function fillScope(
	link: string,
	{ permissions, keyed }: CodeAround
): { readonly link: string; readonly finding: ConnectFinding } | null {
	if (permissions.length === 0) return null;
	const scope = `scope=${encodeValue(formatScope(permissions))}`;
	const [, open] = /[?&]scope=([^&]*)/.exec(link) ?? [];
	const isOpen = open !== undefined && open !== '' && isPlaceholder(open);
	if (!isOpen && (!keyed || (open !== undefined && open !== ''))) return null;
	return {
		link:
			open === undefined
				? `${link}${link.endsWith('&') ? '' : '&'}${scope}`
				: link.replace(`scope=${open}`, () => scope),
		finding: {
			parameter: 'scope',
			severity: 'note',
			code: 'scope-of-code',
			message: 'The link leaves it to the code around it; these names stand there.'
		}
	};
}

function describePlaceholder(name: string): ConnectFinding {
	return {
		parameter: name,
		severity: 'note',
		code: 'placeholder',
		message: 'It is a placeholder; what takes its place is not checked here.'
	};
}
