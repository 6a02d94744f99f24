import { counted } from '#lib/access/language/english.ts';

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
export const onAnotherPage = (label: string, number: number | undefined) =>
	`${label} version ${number}, on another page`;
export const compareMarkedVersions = 'Compare the marked versions';
export const from = 'From';
export const to = 'To';
export const againstVersionBefore = 'against the version before';
export const fromTo = (before: number, after: number) =>
	`From version ${before} to version ${after}`;
export const swap = 'Swap';
export const closeComparison = 'Close comparison';
export const sameItems = 'The two hold the same items and purposes.';
export const purposesChanged = (count: number) =>
	counted(count, { one: 'purpose', other: 'purposes' });
export const ownersAreTold = 'Owners are told:';
export const sameDraft = 'same as the draft';
export const restoreVersion = (number: number) => `Restore version ${number} into the draft`;
export const restore = 'Restore';
export const restored = (number: number) => `Version ${number} is in the draft now.`;
export const lookVehicleAccess = 'Look at it in Vehicle Access';
export const putEarlierDraftBack = 'Put the earlier draft back';
export const undo = 'Undo';
export const undone = 'The draft is as it was before';
export const titleOf = (number: number | string) => `Version ${number}`;
export const current = 'current';
export const noReasonGiven = 'No reason given';
export const by = (publishedBy: string) => `by ${publishedBy}`;
export const versionOf = (number: number | string) => `version ${number}`;
export const history = 'History';
export const compared = (before: number, after: number) =>
	`Version ${before} compared with version ${after}`;
export const lead = 'Every published version, kept as it was.';
export const nothingToCompare = 'Nothing to compare: mark two different versions of the list.';
export const damagedCompared = (number: number) =>
	`Version ${number} is damaged in the database, so it cannot be compared. The log of the server says what; a backup may hold it.`;
export const damagedVersion =
	'What this version holds is damaged in the database and cannot be read. What else is known of it stands here. The log of the server says what; a backup may hold the rest.';
export const damaged = 'damaged, cannot be read';
export const aboutThisVersion = 'About this version';
export const restoreIntoDraft = 'Restore into the draft';
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
export const noSuchVersion = (number: string) =>
	`There is no version “${number}” of this application.`;
export const nothingPublishedByIt =
	'Nothing is published; the current version stays until you publish the draft.';
export const download = 'Download vehicle-access.json';
export const restoringText =
	'Restoring replaces what is in the draft, and Undo brings it back. Nothing is published by it.';
export const scopeOf = (number: number) => `Scope of version ${number}`;
export const revision = 'revision `{revision}`';
export const versionStays = 'This version stays as it was published.';
/** Each is followed by links to items. */
export const becauseOf = 'because of';
export const requiredBecauseOf = 'required, because of';
export const permissions = 'Permissions';
export const selectedItems = 'Selected items';
