import { asChecked } from '../catalog/checked-data.ts';
import permissions from '../catalog/data/permissions.json' with { type: 'json' };
import type { PermissionFacts, Sensitivity } from '../catalog/schema.ts';
import { nearestWithin } from '../nearest.ts';
import { isPermissionName, PERMISSION_NAMES, type PermissionName } from '../permission.ts';
import { formerPermission } from './former-permissions.ts';

/** A longer word is no slip of a name. */
const LONGEST_COMPARED = 60;

const SENSITIVITY: ReadonlyMap<string, Sensitivity> = new Map(
	asChecked<readonly PermissionFacts[]>(permissions).map(({ name, sensitivity }) => [
		name,
		sensitivity
	])
);

const LEVELS: readonly (Sensitivity | undefined)[] = ['low', 'medium', 'high'];

/**
 * The form in which the platform would write a name: `readOdometer`, `READ-ODOMETER` and
 * `Permission.READ_ODOMETER` are all `read_odometer`.
 */
export function permissionForm(word: string): string {
	return word
		.replace(/^.*\.(?=\w)/, '')
		.replace(/([a-z])([A-Z])/g, '$1_$2')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '_')
		.replace(/^_+|_+$/g, '');
}

/**
 * The permission that a wrong name was probably meant for: by the table of names from the field
 * first, then by the words it begins or ends with, then by likeness. Reading is never answered with
 * controlling or the other way round, and only a plain slip leads to a sensitive permission.
 */
export function suggestPermission(word: string): PermissionName | null {
	if (word.length > LONGEST_COMPARED) return null;
	const [whole = '', ...behind] = word.toLowerCase().split(':');
	const table = formerPermission(word.toLowerCase()) ?? formerPermission(permissionForm(whole));
	if (table) return table.name;
	const written = permissionForm(whole);
	if (isPermissionName(written)) return written;
	// A command behind the permission, as in `control_security:open`; else a prefix before it.
	if (behind.length > 0) {
		const inFront = written.includes('_') ? suggestPermission(whole) : null;
		return inFront ?? suggestPermission(behind.at(-1) ?? '');
	}
	const [, kind = '', subject = ''] = /^(?:(read|control)_?)?(.*)$/.exec(written) ?? [];
	const candidates = PERMISSION_NAMES.filter((name) => name.startsWith(kind));
	const exact = candidates.find((name) => subjectOf(name) === subject);
	if (exact && exact.startsWith('read')) return exact;
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

/**
 * A known name that the written one begins or ends with, that begins with the written one, or that
 * begins with the same word.
 */
function byWords(
	written: readonly string[],
	candidates: readonly PermissionName[]
): PermissionName | null {
	const alike = candidates.flatMap((name) => {
		const known = subjectOf(name).split('_');
		const begins = startsWith(written, known);
		const ends = startsWith(written.toReversed(), known.toReversed());
		if (begins || ends) return [{ name, rank: 100 - known.length }];
		if (isSensitive(name)) return [];
		if (startsWith(known, written))
			return [{ name, rank: 200 + 10 * levelOf(name) + known.length }];
		return known.length > 1 && known[0] === written[0]
			? [{ name, rank: 300 + 10 * levelOf(name) + known.length }]
			: [];
	});
	return alike.sort((a, b) => a.rank - b.rank)[0]?.name ?? null;
}

function byLikeness(
	subject: string,
	kind: string,
	candidates: readonly PermissionName[]
): PermissionName | null {
	const share = kind === '' ? 4 : 3;
	const harmless = candidates.filter((name) => !isSensitive(name));
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
	return start.length <= words.length && start.every((word, index) => words[index] === word);
}

function subjectOf(name: PermissionName): string {
	return name.replace(/^(?:read|control)_/, '');
}

function levelOf(name: PermissionName): number {
	return LEVELS.indexOf(SENSITIVITY.get(name));
}

function isSensitive(name: PermissionName): boolean {
	return SENSITIVITY.get(name) === 'high';
}
