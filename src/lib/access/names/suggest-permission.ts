import { asChecked } from '../catalog/checked-data.ts';
import permissions from '../catalog/data/permissions.json' with { type: 'json' };
import type { PermissionFacts } from '../catalog/schema.ts';
import { nearestWithin } from '../nearest.ts';
import { PERMISSION_NAMES, type PermissionName } from '../permission.ts';
import { formerPermission } from './former-permissions.ts';

/** A longer word is no slip of a name. */
const LONGEST_COMPARED = 60;

const SENSITIVE: ReadonlySet<string> = new Set(
	asChecked<readonly PermissionFacts[]>(permissions)
		.filter(({ sensitivity }) => sensitivity === 'high')
		.map(({ name }) => name)
);

/**
 * The form in which the platform would write a name: `readOdometer`, `READ-ODOMETER` and
 * `Permission.READ_ODOMETER` are all `read_odometer`.
 */
export function permissionForm(word: string): string {
	return word
		.replace(/^(?!(?:read|control)[_.]).*\.(?=\w)/i, '')
		.replace(/([a-z])([A-Z])/g, '$1_$2')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '_')
		.replace(/^_+|_+$/g, '');
}

/**
 * The permission that a wrong name was probably meant for: by the table of names from the field
 * first, then by the words it begins or ends with, then by likeness. Reading is never answered with
 * controlling or the other way round, and only a plain slip or its whole name leads to a sensitive
 * permission.
 */
export function suggestPermission(word: string): PermissionName | null {
	if (word.length > LONGEST_COMPARED) return null;
	const [whole = '', ...behind] = word.split(':');
	const written = permissionForm(whole);
	const table = formerPermission(written);
	if (table) return table.name;
	// A command behind the permission, as in `control_security:open`; else a prefix before it.
	if (behind.length > 0) {
		const inFront = written.includes('_') ? suggestPermission(whole) : null;
		return inFront ?? suggestPermission(behind.at(-1) ?? '');
	}
	const [, kind = '', subject = ''] = /^(?:(read|control)_?)?(.*)$/.exec(written) ?? [];
	const candidates = PERMISSION_NAMES.filter((name) => name.startsWith(kind));
	return (
		bySlip(subject, candidates) ??
		byWords(subject.split('_'), candidates) ??
		byLikeness(subject, kind, candidates)
	);
}

/** One letter in six is a slip whatever the permission. */
function bySlip(subject: string, candidates: readonly PermissionName[]): PermissionName | null {
	return nearestSubject(subject, candidates, Math.max(1, Math.floor(subject.length / 6)));
}

/** The longest known name that the written one begins or ends with, or one with the same first word. */
function byWords(
	written: readonly string[],
	candidates: readonly PermissionName[]
): PermissionName | null {
	const known = candidates.map((name) => ({ name, words: subjectOf(name).split('_') }));
	const [longest] = known
		.filter(
			({ words }) =>
				startsWith(written, words) || startsWith(written.toReversed(), words.toReversed())
		)
		.sort((a, b) => b.words.length - a.words.length);
	const related = known.find(({ name, words }) => words[0] === written[0] && !SENSITIVE.has(name));
	return (longest ?? related)?.name ?? null;
}

function byLikeness(
	subject: string,
	kind: string,
	candidates: readonly PermissionName[]
): PermissionName | null {
	const share = kind === '' ? 4 : 3;
	const harmless = candidates.filter((name) => !SENSITIVE.has(name));
	return nearestSubject(subject, harmless, Math.floor(subject.length / share));
}

function nearestSubject(
	subject: string,
	candidates: readonly PermissionName[],
	most: number
): PermissionName | null {
	if (subject.length < 3) return null;
	const near = nearestWithin(subject, candidates.map(subjectOf), most);
	return candidates.find((name) => subjectOf(name) === near) ?? null;
}

function startsWith(words: readonly string[], start: readonly string[]): boolean {
	return start.every((word, index) => words[index] === word);
}

function subjectOf(name: PermissionName): string {
	return name.replace(/^(?:read|control)_/, '');
}
