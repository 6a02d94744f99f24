import { formerPermission } from '../names/former-permissions.ts';
import { permissionForm } from '../names/suggest-permission.ts';
import { isPermissionName, type PermissionName } from '../permission.ts';
import { REQUIRED_PREFIX } from '../scope-format.ts';
import { describeFormer } from '../scope-words.ts';
import { trimSigns } from './trim.ts';

/** A word that names a permission, or tries to. */
export interface ReadName {
	/** As it stands in the text. */
	readonly word: string;
	/** Null when no permission has this name. */
	readonly name: PermissionName | null;
	readonly required: boolean;
	/** Why the platform would not take the word as it stands; null when it would. */
	readonly spelling: string | null;
}

/** The same with its place in a text. */
export interface FoundName extends ReadName {
	readonly start: number;
	readonly end: number;
}

const WORD = /[\p{L}\p{N}_$]+(?:[:.-][\p{L}\p{N}_]+)*:?/gu;

/** A longer word is no name. */
const LONGEST_WORD = 100;

/** The names in a text whose comments are blank, in its order. One pass. */
export function findNames(text: string): readonly FoundName[] {
	const names: FoundName[] = [];
	for (const match of text.matchAll(WORD)) {
		const [found] = match;
		if (found.length > LONGEST_WORD) continue;
		const end = match.index + found.length;
		if (text[end] === '(' && !found.includes(REQUIRED_PREFIX)) continue;
		const name = readName(found);
		if (name) names.push({ ...name, start: match.index, end });
	}
	return names;
}

/** Reads one word; null when it does not even try to be a permission. */
export function readName(found: string): ReadName | null {
	const bare = trimSigns(found, /_/, /_/);
	const lower = bare.toLowerCase();
	const prefixes = /^(?:(?:required|optional):)*/.exec(lower)?.[0] ?? '';
	const required = prefixes.includes(REQUIRED_PREFIX);
	// `read_battery: the state of charge`, as lists explain a name.
	const word = prefixes.length < bare.length ? bare.replace(/:$/, '') : bare;
	const written = word.slice(prefixes.length);
	if (written === '') return null;
	const former = formerPermission(written.toLowerCase());
	if (former)
		return {
			word,
			name: former.name,
			required,
			spelling: describeFormer(former)
		};
	if (isPermissionName(written)) {
		const odd = prefixes !== '' && !word.startsWith(REQUIRED_PREFIX + written);
		return { word, name: written, required, spelling: odd ? PREFIX : null };
	}
	const form = permissionForm(written);
	if (isPermissionName(form) && /^(?:.*\.)?(?:read|control)[_A-Z-]/i.test(written)) {
		return {
			word,
			name: form,
			required,
			spelling: `is not how the platform writes it; write “${form}”.`
		};
	}
	const tries = prefixes.includes(REQUIRED_PREFIX) || /^(?:read|control)_[a-z]/.test(written);
	return tries ? { word, name: null, required, spelling: null } : null;
}

const PREFIX = `has a prefix that the platform does not know; it knows “${REQUIRED_PREFIX}”, once.`;
