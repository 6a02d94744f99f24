import { findUnprintable, quote } from './characters.ts';
import { decodeValue } from './connect-url/encoding.ts';
import { formerPermission } from './names/former-permissions.ts';
import { suggestPermission } from './names/suggest-permission.ts';
import { isPermissionName, PERMISSION_NAMES, type PermissionName } from './permission.ts';
import type { RequestedPermission } from './request-review.ts';
import { REQUIRED_PREFIX } from './scope-format.ts';

export { formatScope } from './scope-format.ts';

/** Faulty words that are described one by one; the rest are counted. */
const MAX_DESCRIBED = 20;

export interface ScopeFinding {
	readonly code:
		| 'repeated'
		| 'control-character'
		| 'required-alone'
		| 'required-twice'
		| 'unknown-prefix'
		| 'former-name'
		| 'separator'
		| 'unknown-permission'
		| 'more';
	/** The faulty word as it stands in the scope; empty when it speaks of several. */
	readonly word: string;
	readonly message: string;
	/** The known permission that was probably meant. */
	readonly nearest: PermissionName | null;
}

export interface ParsedScope {
	/** The permissions that could be read, each once, in scope order. */
	readonly permissions: readonly RequestedPermission[];
	/** Odd, but understood. */
	readonly warnings: readonly ScopeFinding[];
	/** Not understood; a scope with problems cannot be used as it is. */
	readonly problems: readonly ScopeFinding[];
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
	const warnings = new Map<string, ScopeFinding>();
	const problems = new Map<string, ScopeFinding | null>();
	for (const word of text.split(/\s+/u)) {
		if (word === '') continue;
		const required = word.startsWith(REQUIRED_PREFIX);
		const name = required ? word.slice(REQUIRED_PREFIX.length) : word;
		if (isPermissionName(name)) {
			const before = permissions.get(name);
			if (before !== undefined) warnings.set(word, describeRepeat(word, name, before !== required));
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
		problems: rest === 0 ? described : [...described, describeRest(rest)]
	};
}

function describeRepeat(word: string, name: PermissionName, differs: boolean): ScopeFinding {
	const message = differs
		? `${quote(name)} stands as required and as optional; required wins. Write it once.`
		: `${quote(word)} stands more than once; write it once.`;
	return { code: 'repeated', word, message, nearest: null };
}

function describeRest(count: number): ScopeFinding {
	const subject = count === 1 ? 'One more word is' : `${count} more words are`;
	const message = `${subject} no permission. Check that this is a scope.`;
	return { code: 'more', word: '', message, nearest: null };
}

function describeProblem(word: string): ScopeFinding {
	const finding = (
		code: ScopeFinding['code'],
		what: string,
		near: PermissionName | null = null
	): ScopeFinding => ({ code, word, message: `${quote(word)} ${what}`, nearest: near });

	const hidden = findUnprintable(word);
	if (hidden !== null) {
		return finding('control-character', `holds the invisible character ${hidden}; remove it.`);
	}
	const name = word.replace(/^(?:required:)+/, '');
	const near = suggestPermission(name);
	const former = formerPermission(name);
	if (former) {
		return finding('former-name', `${former.what}; write “${former.name}”.`, former.name);
	}
	if (word === REQUIRED_PREFIX) {
		return finding(
			'required-alone',
			'stands alone; write a permission right behind it, e.g. “required:read_odometer”.'
		);
	}
	if (word.startsWith(REQUIRED_PREFIX + REQUIRED_PREFIX)) {
		return finding('required-twice', `repeats the prefix; write “${REQUIRED_PREFIX}” once.`, near);
	}
	if (/[,;|]/.test(word)) {
		return finding('separator', 'is no permission; separate names by a space, nothing else.');
	}
	const [front = ''] = name.split(':');
	if (name !== front && /^(?:read|control)_/.test(front)) {
		const write = near === null ? '' : `; write “${near}”`;
		return finding(
			'unknown-permission',
			`names a part of a permission, and none has parts${write}.`,
			near
		);
	}
	if (name !== front) {
		return finding(
			'unknown-prefix',
			`has an unknown prefix; “${REQUIRED_PREFIX}” is the only one, and an optional permission has none.`,
			near
		);
	}
	const hint = near ? `did you mean “${near}”?` : 'look its name up in the list of permissions.';
	return finding('unknown-permission', `is not a permission; ${hint}`, near);
}
