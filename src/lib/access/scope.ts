import { nearest } from './nearest.ts';
import { isPermissionName, PERMISSION_NAMES, type PermissionName } from './permission.ts';

/** A permission as a scope names it. */
export interface ScopePermission {
	readonly name: PermissionName;
	readonly required: boolean;
}

/** A word of a scope that cannot be used, or one that is odd but understood. */
export interface ScopeProblem {
	readonly word: string;
	readonly message: string;
}

export interface ParsedScope {
	/** What was understood, each permission once, in scope order. */
	readonly permissions: readonly ScopePermission[];
	/** Why the scope cannot be used as it is; empty when it can. */
	readonly problems: readonly ScopeProblem[];
	readonly warnings: readonly ScopeProblem[];
}

export const REQUIRED_PREFIX = 'required:';

/** The string form of an access: `required:read_odometer read_battery` in permission order. */
export function formatScope(permissions: readonly ScopePermission[]): string {
	return inOrder(new Map(permissions.map(({ name, required }) => [name, required])))
		.map(({ name, required }) => (required ? REQUIRED_PREFIX + name : name))
		.join(' ');
}

/**
 * Reads a scope as people paste it: plain, or encoded with `%20`, `%3A` or `+`. Never throws.
 * Of a permission named twice, required wins, with a warning.
 */
export function parseScope(text: string): ParsedScope {
	const found = new Map<PermissionName, boolean>();
	const problems: ScopeProblem[] = [];
	const warnings: ScopeProblem[] = [];
	for (const word of decode(text)
		.split(/[\s+]+/)
		.filter(Boolean)) {
		const required = word.startsWith(REQUIRED_PREFIX);
		const name = required ? word.slice(REQUIRED_PREFIX.length) : word;
		if (!isPermissionName(name)) {
			problems.push({ word, message: explainUnusable(word, name, required) });
			continue;
		}
		const before = found.get(name);
		if (before !== undefined) {
			const kept = before || required ? 'required' : 'optional';
			warnings.push({ word, message: `${name} is named twice; it counts once, as ${kept}.` });
		}
		found.set(name, required || before === true);
	}
	return { permissions: inOrder(found), problems, warnings };
}

function inOrder(permissions: ReadonlyMap<PermissionName, boolean>): readonly ScopePermission[] {
	return PERMISSION_NAMES.flatMap((name) => {
		const required = permissions.get(name);
		return required === undefined ? [] : [{ name, required }];
	});
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		// A stray percent sign; the words around it can still be read.
		return text.replaceAll('%20', ' ').replaceAll(/%3a/gi, ':');
	}
}

function explainUnusable(word: string, name: string, required: boolean): string {
	if (/\p{Cc}/u.test(word)) return 'A control character stands in the scope; remove it.';
	if (required && name === '') return '“required:” stands alone; put a permission right behind it.';
	if (name.startsWith(REQUIRED_PREFIX)) return '“required:” stands twice; write it once.';
	const near = nearest(name, PERMISSION_NAMES);
	return near
		? `“${name}” is not a permission; did you mean “${near}”?`
		: `“${name}” is not a permission; look it up on the Permissions page.`;
}
