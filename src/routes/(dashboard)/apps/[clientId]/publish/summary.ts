import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { AccessDiff, LockedSelection } from '#lib/access/diff.ts';
import { describeImpact, type Impact } from '#lib/access/impact.ts';
import { formatRow } from '#lib/access/language/english.ts';
import { permissionChanges, type PermissionChange } from '#lib/access/permission-changes.ts';
import { formatScope } from '#lib/access/scope-format.ts';
import { VERDICT_WORDS } from '#lib/components/changes.ts';
import * as marks from '#lib/components/words.en.ts';
import { changesInWords } from './changes-in-words.ts';
import * as words from './words.en.ts';

interface Reviewed {
	readonly applicationName: string;
	/** The current version; null before the first. */
	readonly published: { readonly number: number; readonly scope: string } | null;
	readonly locked: Pick<LockedSelection, 'access'>;
	readonly access: AccessDiff;
	/** Permissions of which owners are told another purpose. */
	readonly retold: number;
	readonly impact: Impact;
}

/** A review as text, for whoever has to agree to it elsewhere. */
export function summarize(reviewed: Reviewed): string {
	const { applicationName, published, locked, access, retold, impact } = reviewed;
	const { subject, rest } = describeImpact(impact);
	const verdict = published
		? `${VERDICT_WORDS[access.verdict].sentence} ${changesInWords(access, retold)}`
		: words.firstVersion;
	return [
		words.versionOf((published?.number ?? 0) + 1, applicationName),
		verdict.trim(),
		...permissionChanges(access, officialCatalog).map(
			(change) => `- ${change.name}: ${formatRow(marksOf(change))}`
		),
		...(published ? [`${marks.scopeBefore}: ${published.scope}`] : []),
		`${marks.scopeAfter}: ${formatScope(locked.access)}`,
		`${subject} ${rest}`
	].join('\n');
}

const CHANGE_WORDS = {
	added: marks.isNew,
	nowRequired: marks.nowRequired,
	nowOptional: marks.nowOptional,
	removed: marks.noLongerAsked
};

function marksOf({ change, required, sensitive }: PermissionChange): readonly string[] {
	return [
		CHANGE_WORDS[change],
		...(change === 'added' && required ? [marks.required] : []),
		...(sensitive && change !== 'removed' ? [marks.sensitive] : [])
	];
}
