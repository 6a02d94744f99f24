import type { ScopeFinding } from '../scope.ts';
import type { LinkCode, LinkFinding, Severity } from './checks/finding.ts';
import { describeFault } from './finding-words.ts';
import type { RedirectUriRule } from './redirect-uri.ts';

/** What Import says besides: how it read a text, and what it put right to read it at all. */
type ImportCode =
	| 'control-character'
	| 'documented'
	| 'double-slash'
	| 'encoded-twice'
	| 'file'
	| 'fragment'
	| 'from-text'
	| 'html-entity'
	| 'no-question-mark'
	| 'other-space'
	| 'parameter-separator'
	| 'placeholder'
	| 'scope'
	| 'scope-form'
	| 'scope-name'
	| 'scope-of-code'
	| 'separator'
	| 'several-scopes'
	| 'spelling'
	| 'text-cut';

type RuleName = LinkCode | ScopeFinding['code'] | RedirectUriRule | ImportCode;

/** Something to say about a Connect link, in words: what is wrong, and what to write instead. */
export interface ConnectFinding {
	/** Name in the URL of the parameter it is about; null when it is about the link as a whole. */
	readonly parameter: string | null;
	readonly severity: Severity;
	/** Stable name of the rule, e.g. `unknown-make`. */
	readonly code: RuleName;
	readonly message: string;
}

export function tell(finding: LinkFinding): ConnectFinding {
	const { parameter, severity } = finding;
	return { parameter, severity, code: ruleOf(finding), message: describeFault(finding) };
}

/** Starts a finding about what stands under a name in the URL; null for the link as a whole. */
export function findingNamed(parameter: string | null) {
	return (severity: Severity, code: ImportCode, message: string): ConnectFinding => ({
		parameter,
		severity,
		code,
		message
	});
}

/** Scopes and redirect URIs have rules of their own. */
function ruleOf(finding: LinkFinding): RuleName {
	if (finding.code === 'scope-word') return finding.fault.code;
	return finding.code === 'redirect-form' ? finding.rule : finding.code;
}

/** The same for several, each once: of a link that was read, some are found by its reader and by a check. */
export function tellOnce(findings: readonly LinkFinding[]): readonly ConnectFinding[] {
	const told = findings.map(tell);
	return [...new Map(told.map((one) => [`${one.parameter} ${one.message}`, one])).values()];
}
