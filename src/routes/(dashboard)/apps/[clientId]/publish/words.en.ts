import { counted, formatNumber, plural } from '#lib/access/language/english.ts';

export const unsavedChanges = (message: string) =>
	`Your last changes are not saved yet, so they are no part of this review: ${message}`;
export const merged = 'Both sets of changes are in the draft now. Look at what is left to publish.';
export const silentOf = (permissions: number) =>
	`${counted(permissions, { one: 'permission that is', other: 'permissions that are' })} sensitive or required ${plural(permissions, { one: 'says', other: 'say' })} nothing of what ${plural(permissions, { one: 'it is', other: 'they are' })} for. You can publish all the same.`;
export const tellOwners = 'Tell owners';
export const review = 'Review';
export const ownersScreens = 'What owners see, now and after this version';
export const ownersSeeNow = 'Owners see now';
export const ownersWillSee = 'Owners will see';
export const asked = (permissions: number, required: number) =>
	`${counted(permissions, { one: 'permission', other: 'permissions' })}, ${formatNumber(required)} required`;
export const notAsked = 'not asked';
export const noLongerAsked = 'no longer asked';
export const sensitive = 'sensitive';
export const toldAnew = 'purpose changed';
export const heaviestFirst =
	'What weighs most comes first. Owners read all of it in the order of the scope.';
export const sensitiveAndRequired = 'Sensitive and required.';
export const cannotRefuse = 'An owner cannot refuse it.';
export const requiredBecauseOf = 'Required because of';
export const makeOptional = 'Make it optional';
export const isOptional = (label: string) => `${label} is optional now`;
export const notAPermission = 'Nothing was changed: that is no permission.';
export const takenOutElsewhere = (label: string) =>
	`Nothing was changed: the draft no longer asks for ${label}. What it asks for now is shown here.`;
export const nobodyAskedYet = 'No owner was asked for anything yet.';
/** The first count says of what. */
export const countKinds = (kinds: readonly { readonly count: number; readonly what: string }[]) =>
	`${kinds
		.map(({ count, what }, index) => {
			const of = counted(count, { one: 'permission', other: 'permissions' });
			const is = plural(count, { one: 'is', other: 'are' });
			return `${index === 0 ? of : formatNumber(count)} ${is} ${what}`;
		})
		.join(', ')}.`;
export const countRetold = (count: number) =>
	`The purpose of ${counted(count, { one: 'permission', other: 'permissions' })} changed.`;
export const itemsBehind = 'Items behind it';
export const addedRequired = 'added, required';
export const linkBefore = { live: 'Live link before', sandbox: 'Sandbox link before' };
export const linkAfter = { live: 'Live link after', sandbox: 'Sandbox link after' };
export const noneYet = 'none';
export const scopeAndLinkStay = 'Scope and link stay as they are.';
export const cancel = 'Cancel';
export const theSummary = 'the summary';
export const versionOf = (number: number, application: string) =>
	`Version ${number} of ${application}`;
export const comparedWith = (number: number) => `Compared with version ${number}, the current one.`;
export const firstVersion = 'This is the first version.';
export const effect =
	'Connected vehicles keep what their owners granted. New authorizations ask for this.';
export const versionIsPublished = (number: number | undefined) => `Version ${number} is published`;
export const impactOnConnections = 'Impact on connections';
export const whichLack = (lacking: number) =>
	plural(lacking, { one: 'Which one, and what it lacks', other: 'Which ones, and what they lack' });
export const whoIsAskedAgain = 'Who has to be asked again';
export const lack = 'lack';
export const stillHold = 'still hold';
export const countLack = (connections: number) =>
	counted(connections, { one: 'lacks', other: 'lack' });
export const andMore = (count: number) => `and ${count} more`;
export const allConnections = 'All connections';
export const nothingToPublish = 'Nothing to publish';
export const selectItems = 'Select items';
export const backVehicleAccess = 'Back to Vehicle Access';
export const draftEmpty = 'The draft is empty. Select what your app needs first.';
export const draftSame = (published: number | null) =>
	`The draft is the same as version ${published}, the current one.`;
export const needsNoPermission =
	'What is selected needs no permission, and an owner must have at least one to grant.';
export const publishVersion = (number: number) => `Publish version ${number}`;
export const scope = 'scope';
export const shareConnectLink = 'Share Connect Link';
export const history = 'History';
export const reason = 'Reason';
export const warnings = 'Warnings';
export const warning = 'Warning:';
export const publishedMeanwhile = (number: number) => `Version ${number} was published meanwhile`;
export const item = 'Item';
export const yourDraft = 'Your draft';
export const bothTogether = 'Both together';
export const yoursStands = 'yours stands';
export const asksTheSame = 'Your draft asks for exactly what the current version asks for.';
export const retold = (permissions: string) =>
	`It also changed what owners are told of ${permissions}; where your draft changed the same, yours stands.`;
export const takeBoth = 'Take both into my draft';
export const thenReview = 'Then review what is left, and publish.';
export const version = (number: number) => `Version ${number}`;
export const before = 'Before';
export const reviewAndPublish = 'Review and publish';
export const formIncomplete = 'Nothing was published: the form is incomplete. Reload the page.';
export const serverUnreachable =
	'The server cannot be reached, so it is not known whether this was done. Your draft is kept; try again.';
export const nothingDone = 'Nothing was done. Please try again.';
export const nothingAsked =
	'Nothing was published: the selection asks for no permission, and an owner must have at least one to grant. Select an item first.';
export const unchanged = 'Nothing was published: the draft is the same as the current version.';
export const draftChanged =
	'Nothing was published: the draft changed after you opened this review. Look at the changes again.';
/** `vehicle` is a link. */
export const vehicleOf = '{vehicle} of {username}';
export const readBack = 'This is what is stored. Published {time}.';
export const reasonNeeded = 'More is asked of owners, so say why.';
export const reasonOptional = 'Optional.';
export const lengthOf = (length: number, longest: number) => `${length} of ${longest}`;
export const reasonHint = (longest: number) =>
	`It is kept with the version; at most ${longest} characters.`;
export const otherIsCurrent = (number: number) =>
	`Nothing was published, and your draft is as you left it. Version ${number} is the current version now.`;
export const otherIsCurrentBecause = (number: number, reason: string) =>
	`Nothing was published, and your draft is as you left it. Version ${number} (“${reason}”) is the current version now.`;
export const optional = 'optional';
export const required = 'required';
