import { counted, formatRow, plural } from '#lib/access/language/english.ts';
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
export const withoutLabel = 'Without it: what stops, in a sentence to owners';
export const purposeHint = `Each in your own words, up to ${MAX_PURPOSE_LENGTH} characters. Empty takes it away.`;
export const savePurpose = 'Keep';
export const purposeKept = (name: string) => `Purpose of ${name} kept in the draft`;
export const purposeGone = (name: string) => `Purpose of ${name} taken away`;
export const notAPermission = 'The form names no permission. Reload the page and try again.';
export const scope = 'Scope';
export const kindsOfItems = 'Kinds of items';
export const searchTheCatalog = 'Search the catalog';
export const searchPlaceholder = 'Search names, codes, permissions, paths';
export const powertrain = 'Powertrain';
export const evidence = 'Evidence';
export const search = 'Search';
export const show = 'Show';
export const all = 'All';
export const chosen = 'Chosen';
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
export const filter = 'Filter';
/** Follows a number. */
export const filtersSet = 'set';
export const findPermission = 'Find a permission';
export const anyOf = (count: number) => `Any of ${count}`;
export const noSuchPermission = 'No permission is called that.';
export const filterIs = (title: string, name: string) => `${title}: ${name}`;
export const without = (title: string) => `Remove the filter: ${title}`;
export const shownOf = (shown: number, all: number, kind: string) => `${shown} of ${all} ${kind}`;
export const clear = 'Clear';
export const draft = 'draft';
export const copyScope = 'Copy scope';
export const copyLink = 'Copy link';
export const scopeCopied = 'Scope copied';
export const selectedPress = 'Selected. Press Ctrl+C to copy.';
export const linkCopied = {
	live: (version: number) => `Live link of version ${version} copied`,
	sandbox: (version: number) => `Sandbox link of version ${version} copied`
} as const;
export const draftLinkCopied = {
	live: 'Live link copied. Nothing is published yet, so it carries the scope of the draft.',
	sandbox: 'Sandbox link copied. Nothing is published yet, so it carries the scope of the draft.'
} as const;
export const idFromPlatform = 'Client id comes from the platform.';
export const idMadeHere = 'Client id was made here: the link opens the sandbox.';
export const enterRealOne = 'Enter the real one';
export const linkAsks = (version: number) => `The link asks for version ${version}.`;
export const linkStillAsks = (version: number) => `The link still asks for version ${version}.`;
export const linkAsksDraft = 'Nothing is published yet: the link asks for the draft.';
export const countRequired = (required: number) => `${required} required`;
const warnings = (count: number) => counted(count, { one: 'warning', other: 'warnings' });
const plainNotes = (count: number) => counted(count, { one: 'note', other: 'notes' });
export const countNotes = (warned: number, noted: number) =>
	formatRow([...(warned > 0 ? [warnings(warned)] : []), ...(noted > 0 ? [plainNotes(noted)] : [])]);
/** Follows the number, for those who hear the page. */
export const warningsNamed = (count: number) =>
	plural(count, { one: ' warning', other: ' warnings' });
export const showAll = (count: number) => `Show all ${count}`;
export const countBoxes = (boxes: number, locked: number) =>
	`${counted(boxes, { one: 'box', other: 'boxes' })}, ${locked} locked`;
export const skipToScope = 'Skip to the scope';
export const skipToList = 'Skip to the list';
export const countItems = (count: number) => counted(count, { one: 'item', other: 'items' });
export const added = (what: string) => `${what} added`;
export const removed = (what: string) => `${what} removed`;
export const nowRequired = (what: string) => `${what} required`;
export const nowOptional = (what: string) => `${what} no longer required`;
export const adds = (permissions: string) => `adds ${permissions}`;
export const drops = (permissions: string) => `drops ${permissions}`;
export const stepTaken = {
	undo: (what: string) => `Undone: ${what}`,
	redo: (what: string) => `Redone: ${what}`
} as const;
export const shareConnectLink = 'Share Connect Link';
