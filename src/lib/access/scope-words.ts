import { quote } from './characters.ts';
import { plural } from './language/english.ts';
import type { FormerPermission } from './names/former-permissions.ts';
import { REQUIRED_PREFIX } from './scope-format.ts';
import type { ScopeFinding } from './scope.ts';

/** How a name came about, to be said in front of “write …”. */
const ORIGINS: Readonly<Record<FormerPermission['origin'], string>> = {
	'split-command': 'is the former spelling of one command',
	'never-a-name': 'is not what the platform calls it'
};

/** What to write instead of a name that is said to be another’s, behind that name. */
export function describeFormer({ name, origin }: FormerPermission): string {
	return `${ORIGINS[origin]}; write “${name}”.`;
}

/** What is wrong with a scope, and what to write instead. */
export function describeScopeFinding(finding: ScopeFinding): string {
	const { word, nearest } = finding;
	switch (finding.code) {
		case 'repeated':
			return finding.differs
				? `${quote(finding.name)} stands as required and as optional; required wins. Write it once.`
				: `${quote(word)} stands more than once; write it once.`;
		case 'more': {
			const { count } = finding;
			const many = `${count} more words are`;
			const subject = plural(count, { one: 'One more word is', other: many });
			return `${subject} no permission. Check that this is a scope.`;
		}
		case 'control-character':
			return `${quote(word)} holds the invisible character ${finding.character}; remove it.`;
		case 'former-name':
			return `${quote(word)} ${describeFormer(finding.former)}`;
		case 'required-alone':
			return `${quote(word)} stands alone; write a permission right behind it, e.g. “${REQUIRED_PREFIX}read_odometer”.`;
		case 'required-twice':
			return `${quote(word)} repeats the prefix; write “${REQUIRED_PREFIX}” once.`;
		case 'separator':
			return `${quote(word)} is no permission; separate names by a space, nothing else.`;
		case 'unknown-prefix':
			return `${quote(word)} has an unknown prefix; “${REQUIRED_PREFIX}” is the only one, and an optional permission has none.`;
		case 'unknown-permission': {
			if (finding.isPart) {
				const write = nearest === null ? '' : `; write “${nearest}”`;
				return `${quote(word)} names a part of a permission, and none has parts${write}.`;
			}
			const hint = nearest
				? `did you mean “${nearest}”?`
				: 'look its name up in the list of permissions.';
			return `${quote(word)} is not a permission; ${hint}`;
		}
	}
}
