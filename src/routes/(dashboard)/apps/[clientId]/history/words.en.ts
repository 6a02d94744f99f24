import type { Verdict } from '#lib/access/diff.ts';
import { counted, formatList, plural } from '#lib/access/language/english.ts';
import type { PermissionChangeKind } from '#lib/access/permission-changes.ts';
import type { AskedState } from '#lib/access/timeline.ts';
import type { Pick } from './compare.ts';

export const nothingPublishedYet = 'Nothing is published yet';
export const nothingPublishedYetText =
	'Each time you publish, a version is kept here: what was picked, what it asks for, and why.';
export const reviewAndPublish = 'Review and publish';
export const version = 'Version';
export const reason = 'Reason';
export const change = 'Change';
export const published = 'Published';
export const compare = 'Compare';
export const action = 'Action';
export const swap = 'Swap';
export const closeComparison = 'Close comparison';
export const sameItems = 'The two hold the same items and purposes.';
export const ownersAreTold = 'Owners are told:';
export const ownersLose = 'Without it:';
export const sameDraft = 'same as the draft';
export const restored = (number: number) => `Version ${number} is in the draft now.`;
export const lookVehicleAccess = 'Look at it in Vehicle Access';
export const putEarlierDraftBack = 'Put the earlier draft back';
export const undo = 'Undo';
export const undone = 'The draft is as it was before';
export const titleOf = (number: number | string) => `Version ${number}`;
export const current = 'current';
export const noReasonGiven = 'No reason given';
export const by = (publishedBy: string) => `by ${publishedBy}`;
export const history = 'History';
export const damagedVersion =
	'What this version holds is damaged in the database and cannot be read. What else is known of it stands here. The log of the server says what; a backup may hold the rest.';
export const damaged = 'damaged, cannot be read';
export const aboutThisVersion = 'About this version';
export const compareWithCurrent = (number: number) =>
	`Compare with version ${number}, the current one`;
export const wouldBeLeftOut = (unknown: number) =>
	`${counted(unknown, { one: 'item is', other: 'items are' })} no longer in the catalog and would be left out.`;
export const scope = 'Scope';
export const copiedScope = 'scope';
export const changedSince = (number: number) => `What changed since version ${number}`;
export const versions = 'Versions';

export const allVersions = 'All versions';

export const state = 'State';
export const replaced = 'Replaced by a later version';
export const againstVersionBeforeTitle = 'Against the version before';
export const catalog = 'Catalog';
export const catalogChangedSince = 'The catalog has changed since.';
export const sameNeedsToday = 'The same items need the same permissions today.';
export const otherNeedsToday = 'Published again, the same items would ask for something else:';
export const noLongerInCatalog = 'no longer in the catalog';
export const required = 'Required';

export const markedRequired = '\u00a0(required)';
export const seeVersions = 'See all versions';
export const noSuchVersion = (number: string) =>
	`There is no version “${number}” of this application.`;
export const nothingPublishedByIt =
	'Nothing is published; the current version stays until you publish the draft.';
export const download = 'Download vehicle-access.json';
export const restoringText =
	'Restoring replaces what is in the draft, and Undo brings it back. Nothing is published by it.';
export const revision = 'revision `{revision}`';
export const versionStays = 'This version stays as it was published.';
/** Each is followed by links to items. */
export const becauseOf = 'because of';
export const requiredBecauseOf = 'required, because of';
export const permissions = 'Permissions';
export const selectedItems = 'Selected items';

export const whatEachAsks = 'What each version asks';
export const sideBySide = 'Versions, side by side';
export const permission = 'Permission';
export const sensitive = 'sensitive';
export const ownersAreAsked = 'Owners are asked';
export const draft = 'Draft';
export const changes = (count: number) =>
	count === 0 ? 'no changes' : counted(count, { one: 'change', other: 'changes' });
export const STATES: Readonly<Record<AskedState, string>> = {
	asked: 'asked',
	required: 'required',
	'no-longer': 'no longer asked',
	not: 'not asked',
	unknown: 'cannot be read'
};
/** What owners are asked against the version before. */
export const ASKED: Readonly<Record<Verdict, string>> = {
	none: 'the same',
	narrows: 'less',
	widens: 'more',
	both: 'more, less'
};
/** Within a sentence, and for itself. */
export const nameOf = (pick: Pick) => (pick === 'draft' ? 'the draft' : `version ${pick}`);
export const titleOfPick = (pick: Pick) => (pick === 'draft' ? draft : titleOf(pick));
export const pressTwo = 'Press two columns to compare what they ask.';
export const comparedWith = 'with';
export const withAnother = 'with another column, or with';
export const withCurrent = (number: number) => `Version ${number}, the current one`;
/** Is followed by permissions, each with the versions that asked it. */
export const inBetween = 'Asked in between, and by neither of the two:';
export const byVersions = (numbers: readonly number[]) =>
	`(${plural(numbers.length, { one: 'version', other: 'versions' })} ${formatList(numbers.map(String))})`;
export const stillShared = 'Owners who connected meanwhile may share it still.';
export const fromTo = (before: string, after: string) => `From ${before} to ${after}`;
export const scopeOf = (name: string) => `Scope of ${name}`;
export const nothingToCompare =
	'Nothing to compare: the address names no two different versions. Press two columns.';
export const damagedCompared = (name: string) =>
	`What ${name} holds is damaged in the database, so it cannot be compared. The log of the server says what; a backup may hold it.`;
export const useAsDraft = 'Use as draft';
export const restoreVersion = (number: number) =>
	`Use as draft: restore version ${number} into the draft`;
export const purposesChanged = (count: number) =>
	counted(count, { one: 'purpose changed', other: 'purposes changed' });
export const itemsChanged = (count: number) =>
	counted(count, { one: 'item changed', other: 'items changed' });
export const asksTheSame = 'asks the same';
export const andMore = (count: number) => `and ${count} more`;
export const changeOf = (change: PermissionChangeKind, isRequired: boolean) =>
	isRequired ? 'required' : CHANGES[change];
const CHANGES: Readonly<Record<PermissionChangeKind, string>> = {
	added: 'new',
	nowRequired: 'required',
	nowOptional: 'now optional',
	removed: 'no longer asked'
};
