import { findUnprintable } from './characters.ts';
import { decodeValue } from './connect-url/encoding.ts';
import { formerPermission, type FormerPermission } from './names/former-permissions.ts';
import { suggestPermission } from './names/suggest-permission.ts';
import { isPermissionName, PERMISSION_NAMES, type PermissionName } from './permission.ts';
import type { RequestedPermission } from './request-review.ts';
import { REQUIRED_PREFIX } from './scope-format.ts';

export { formatScope } from './scope-format.ts';

/** Faulty words that are described one by one; the rest are counted. */
const MAX_DESCRIBED = 20;

/** A word of a scope, as it stands there, with the known permission that was probably meant. */
type Word<Code extends string, Data = object> = {
	readonly code: Code;
	readonly word: string;
	readonly nearest: PermissionName | null;
} & Readonly<Data>;

/** A name that stands more than once; `differs` where it is required in one place alone. */
type ScopeWarning = Word<'repeated', { name: PermissionName; differs: boolean }>;

/** What is no permission. */
export type ScopeProblem =
	| Word<'required-alone' | 'required-twice' | 'unknown-prefix' | 'separator'>
	| Word<'control-character', { character: string }>
	| Word<'former-name', { former: FormerPermission }>
	/** `isPart` where what stands before a colon could be one. */
	| Word<'unknown-permission', { isPart: boolean }>
	/** Those that are not described one by one; their `word` is empty. */
	| Word<'more', { count: number }>;

/** Something to say about a scope; `describeScopeFinding` has the words. */
export type ScopeFinding = ScopeWarning | ScopeProblem;

export interface ParsedScope {
	/** The permissions that could be read, each once, in scope order. */
	readonly permissions: readonly RequestedPermission[];
	/** Odd, but understood. */
	readonly warnings: readonly ScopeWarning[];
	/** Not understood; a scope with problems cannot be used as it is. */
	readonly problems: readonly ScopeProblem[];
}

/**
 * Reads a scope as it stands in a URL, where `%20` and `+` are a space. Decodes exactly once, as a
 * server does; never throws.
 */
export function parseEncodedScope(text: string): ParsedScope {
	return parseScope(decodeValue(text).text);
}

/**
 * Reads a scope that is decoded already: any run of white space separates names, and `%` and `+`
 * are characters like any other. Of a repeated name, required wins, with a warning. Never throws;
 * an empty text is an empty scope.
 */
export function parseScope(text: string): ParsedScope {
	const permissions = new Map<PermissionName, boolean>();
	const warnings = new Map<string, ScopeWarning>();
	const problems = new Map<string, ScopeProblem | null>();
	for (const word of text.split(/\s+/u)) {
		if (word === '') continue;
		const required = word.startsWith(REQUIRED_PREFIX);
		const name = required ? word.slice(REQUIRED_PREFIX.length) : word;
		if (isPermissionName(name)) {
			const before = permissions.get(name);
			if (before !== undefined) {
				const differs = before !== required;
				warnings.set(word, { code: 'repeated', word, name, differs, nearest: null });
			}
			permissions.set(name, required || before === true);
		} else if (!problems.has(word)) {
			problems.set(word, problems.size < MAX_DESCRIBED ? describeProblem(word) : null);
		}
	}
	const described = [...problems.values()].filter((problem) => problem !== null);
	const rest = problems.size - described.length;
	return {
		permissions: PERMISSION_NAMES.flatMap((name) => {
			const required = permissions.get(name);
			return required === undefined ? [] : [{ name, required }];
		}),
		warnings: [...warnings.values()],
		problems:
			rest === 0
				? described
				: [...described, { code: 'more', word: '', count: rest, nearest: null }]
	};
}

function describeProblem(word: string): ScopeProblem {
	const hidden = findUnprintable(word);
	if (hidden !== null) return { code: 'control-character', word, character: hidden, nearest: null };
	const name = word.replace(/^(?:required:)+/, '');
	const former = formerPermission(name);
	if (former) return { code: 'former-name', word, former, nearest: former.name };
	if (word === REQUIRED_PREFIX) return { code: 'required-alone', word, nearest: null };
	const nearest = suggestPermission(name);
	if (word.startsWith(REQUIRED_PREFIX + REQUIRED_PREFIX)) {
		return { code: 'required-twice', word, nearest };
	}
	if (/[,;|]/.test(word)) return { code: 'separator', word, nearest: null };
	const [front = ''] = name.split(':');
	const isPart = name !== front && /^(?:read|control)_/.test(front);
	if (name !== front && !isPart) return { code: 'unknown-prefix', word, nearest };
	return { code: 'unknown-permission', word, isPart, nearest };
}
