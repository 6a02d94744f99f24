import type { FormFinding } from './link-form.ts';
import * as words from './words.en.ts';

/** What was looked at, and what came of it. */
export interface Check {
	/** A fault is to be mended before the link is sent; a note changes nothing of it. */
	readonly outcome: 'passed' | 'warning' | 'fault' | 'note';
	readonly text: string;
	/** Whether publishing would change it. */
	readonly publish?: true;
}

export interface CheckedLink {
	readonly findings: readonly FormFinding[];
	readonly clientIdMadeHere: boolean;
	/** As the form has it; empty where the default is used. */
	readonly redirectUri: string;
	readonly signsInAgain: boolean;
	/** Why the link carries no scope, where it does not. */
	readonly withoutScope: 'stored' | 'nothing' | null;
	/** Changes of the draft that the link does not have. */
	readonly changesLeft: number;
}

/** What stands on the list of checks beside a link, in its order. */
export function checksOf(link: CheckedLink): readonly Check[] {
	return [
		link.clientIdMadeHere
			? { outcome: 'note', text: words.clientIdForSandbox }
			: { outcome: 'passed', text: words.clientIdKnown },
		redirectUriCheck(link),
		...(link.signsInAgain ? [] : [scopeCheck(link)]),
		parametersCheck(link.findings),
		...(link.changesLeft > 0
			? [
					{
						outcome: 'note',
						text: words.changesNotInLink(link.changesLeft),
						publish: true
					} as const
				]
			: [])
	];
}

function redirectUriCheck({ findings, redirectUri }: CheckedLink): Check {
	const worst = worstOf(findings.filter(isAboutRedirectUri));
	if (worst !== 'passed') return { outcome: worst, text: words.redirectUriFaulty };
	return {
		outcome: 'passed',
		text: redirectUri === '' ? words.redirectUriDefault : words.redirectUriRegistered
	};
}

function scopeCheck({ withoutScope }: CheckedLink): Check {
	switch (withoutScope) {
		case 'stored':
			return { outcome: 'note', text: words.scopeStored };
		case 'nothing':
			return { outcome: 'fault', text: words.scopeEmpty };
		case null:
			return { outcome: 'passed', text: words.permissionsKnown };
	}
}

function parametersCheck(findings: readonly FormFinding[]): Check {
	const others = findings.filter(
		(finding) =>
			finding.severity !== 'note' && finding.parameter !== 'scope' && !isAboutRedirectUri(finding)
	);
	const worst = worstOf(others);
	return {
		outcome: worst,
		text: worst === 'passed' ? words.parametersTaken : words.parametersFaulty(others.length)
	};
}

const isAboutRedirectUri = ({ parameter }: FormFinding) => parameter === 'redirect_uri';

function worstOf(findings: readonly FormFinding[]): 'passed' | 'warning' | 'fault' {
	if (findings.some(({ severity }) => severity === 'error')) return 'fault';
	return findings.some(({ severity }) => severity === 'warning') ? 'warning' : 'passed';
}

/** How many passed, and how many did not. @returns words such as “1 fault, 2 passed” */
export function countChecks(checks: readonly Check[]): string {
	const count = (wanted: Check['outcome']) =>
		checks.filter(({ outcome }) => outcome === wanted).length;
	return words.countChecks(count('fault'), count('warning'), count('passed'));
}
