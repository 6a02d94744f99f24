import { counted } from '#lib/access/language/english.ts';
import { MAX_PURPOSE_LENGTH } from '#lib/access/purposes.ts';

export const gotIt = 'Got it';
export const save = 'Save';
export const permission = 'Permission';
export const required = 'Required';
export const keptInDraft = 'Ticked items are kept in the draft. Publish when it is right.';
export const whatItAsks = 'What this selection asks for';
export const countPermissions = (count: number) =>
	counted(count, { one: 'permission', other: 'permissions' });
export const nothingAsked = 'nothing is asked yet';
export const publish = 'Publish…';
export const openInCatalog = 'Open in the catalog';
export const allOf = (name: string) => `All of ${name}`;
export const pickedOf = (picked: number, codes: number) => `${picked} of ${codes}`;
/** Followed by what a whole group would add. */
export const allWouldAdd = 'all:';
export const allInScope = 'all in scope';
export const inScope = 'in scope';
export const rowsOf = (name: string) => `Rows of ${name}`;
export const needsNoPermission = 'needs no permission';
export const sensitive = 'sensitive';
export const noNewPermission = 'no new permission';
export const detailsOf = (name: string) => `Details of ${name}`;
export const nothingHereMatches = 'Nothing here matches';
export const matchesElsewhere = (matches: number, label: string) => `${matches} in ${label}`;
/** Followed by links, one for each kind of item. */
export const lookedElsewhere = 'The search also looked elsewhere:';
export const searchAdvice =
	'Try a name such as “range”, a permission such as “read_battery” or a path such as “/odometer”.';
export const noItemPasses = 'No item passes these filters.';
export const clearSearchFilters = 'Clear search and filters';
export const notes = 'Notes';
export const warning = 'Warning:';
export const andMore = (count: number) => `and ${count} more`;
export const ownerPreview = 'Owner preview';
export const whatOwnersSee = 'what the owner will see';
export const deny = 'Deny';
export const allow = 'Allow';
export const nothingToConsent = 'Nothing is asked, so there is nothing to consent to.';
export const permissions = 'Permissions';
export const numberRequired = (required: number) => `\u00a0· ${required} required`;
export const permissionsWillStandHere =
	'Each permission will stand here with the items that need it.';
/** Followed by links to items. */
export const becauseOf = 'because of';
export const markedRequired = '\u00a0(required)';
export const requiredSwitch = (name: string) => `Required: ${name}`;
export const sayPurpose = 'Tell owners what for';
export const changePurpose = 'Change';
export const purposeLabel = 'What for, in a sentence to owners';
export const purposeHint = `In your own words, up to ${MAX_PURPOSE_LENGTH} characters. Empty takes it away.`;
export const savePurpose = 'Keep';
export const purposeKept = (name: string) => `Purpose of ${name} kept in the draft`;
export const purposeGone = (name: string) => `Purpose of ${name} taken away`;
export const notAPermission = 'The form names no permission. Reload the page and try again.';
export const scope = 'Scope';
export const copiedScope = 'scope';
export const kindsOfItems = 'Kinds of items';
export const searchTheCatalog = 'Search the catalog';
export const searchPlaceholder = 'Search names, codes, permissions, paths';
export const powertrain = 'Powertrain';
export const evidence = 'Evidence';
export const search = 'Search';
export const show = 'Show';
export const itemsMatch = (found: number) =>
	counted(found, { one: 'item matches', other: 'items match' });
export const all = 'All';
export const selected = 'Selected';
export const sensitiveFilter = 'Sensitive';
export const documented = 'Documented';
export const observed = 'Observed';
export const inferred = 'Inferred';
export const uncertain = 'Uncertain';
export const notSaved = 'Not saved.';
export const revisionWrong =
	'Not saved: the field “revision” is missing or wrong. Reload the page and select again.';
export const savedElsewhere =
	'Not saved yet: the draft was changed in another window. Below is your selection; save once more to keep it instead of the other.';
export const vehicleAccess = 'Vehicle Access';
export const startAgain = 'Start from a purpose or paste';
export const ticked = (count: number) =>
	`${counted(count, { one: 'item', other: 'items' })} ticked`;
export const undo = 'Undo';
export const undone = 'The draft is as it was before';
