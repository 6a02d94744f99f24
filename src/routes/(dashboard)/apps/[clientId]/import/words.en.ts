import { counted } from '#lib/access/language/english.ts';

export const lookAtThem = 'Look at them in Vehicle Access';
export const explainARequest = 'Explain a request';
export const explainText =
	'Paste what an app asks for today, as you have it. Each permission is explained and held against the draft; nothing is changed.';
export const turnIntoSelection = 'Turn into a selection';
export const importAFile = 'Import a file';
export const replaceTheDraft = 'Replace the draft';
export const cannotBeUsed = 'This cannot be used yet';
export const explainedBelow = 'Explained below';
export const exportTheDraft = 'Export the draft';
export const file = 'file';
export const exportText =
	'Keep it beside your code: the same text comes back in by the field above.';
export const textOfFile = 'Text of the file';
export const fileLabel = 'vehicle-access.json';
export const filePlaceholder =
	'{ "version": 1, "items": [{ "code": "odometer-traveleddistance" }] }';
export const jsonSchema = 'JSON Schema';
export const chooseFile = 'Or choose the file';
export const preview = 'Preview';
export const makeItTheId = 'make it the client id here';
export const namesItems = (items: number) =>
	`It names ${counted(items, { one: 'item', other: 'items' })} in words`;
export const severalLinks = (count: number) => `${count} links stand in it; the first is explained`;
export const explainLink = (count: number) => `Explain link ${count}`;
export const undo = 'Undo';
export const alreadyHeld = (selection: number) =>
	`The draft holds exactly these ${selection} items already.`;
export const wouldReplace = (selection: number, changes: number) =>
	`${counted(selection, { one: 'item', other: 'items' })} would replace the draft: ${counted(changes, { one: 'change', other: 'changes' })}`;
export const replaceHint = 'Replaces the draft. Nothing is published.';
export const draftNowHolds = (items: number) =>
	`The draft now holds ${counted(items, { one: 'item', other: 'items' })}.`;
export const announceReplaced = (items: number) => `The draft now holds ${items} items`;
export const scopeConnectUrl = 'Scope or Connect URL';
export const requestPlaceholder = 'required:read_odometer read_battery';
export const explain = 'Explain';
export const leftOut = 'left out';
export const theLinksParameters = 'The link’s parameters';
export const numberLeftOut = (leftOut: number) => `${leftOut} left out`;
export const namesNone = 'It names no permission';
export const itAsksFor = (permissions: number) =>
	`It asks for ${counted(permissions, { one: 'permission', other: 'permissions' })}`;
export const signsInAgain =
	'The owner signs in again for a connected vehicle; what was granted stays as it was.';
export const withoutScope =
	'A link without a scope asks for whatever is stored for the application.';
export const notNeededOf = (unneeded: number, permissions: number) =>
	`${unneeded} of ${permissions} not needed by your selection`;
export const allNeeded = 'all needed by your selection';
export const numberMissing = (missing: number) => `${missing} missing for your selection`;
export const required = 'required';
export const notNeeded = 'not needed by your selection';
export const usedFor = 'Your selection uses it for';
export const unlocks = 'Unlocks';
export const missingTitle = 'Missing for your selection';
export const missing = 'missing for your selection';
export const neededBy = 'Needed by';
export const setAside = 'Set aside';
export const linkAsTaken = 'The link as Connect takes it';
export const scopeAsTaken = 'The scope as Connect takes it';
export const copiedLink = 'link';
export const copiedScope = 'scope';
export const writeItRight = 'Write it right';
export const writeItRightHint = 'Puts it into the field above.';
export const importAndExport = 'Import and export';
export const lead = 'Bring a scope, a link or a file in; take the draft out.';
export const formIncomplete = 'Nothing was saved: the form is incomplete. Start again below.';
export const draftChanged =
	'Nothing was saved: the draft was changed in another window meanwhile. Start again below.';
export const download = 'Download vehicle-access.json';
/** Followed by a link. */
export const fileHint = 'Paste it or choose it below; at most 64 kB. Its format:';
/** `make` is a link. */
export const linkCarriesId =
	'The link carries the client id `{linked}`; the one here was made for the sandbox. If the platform gave that one to this application, {make}.';
export const requestHint =
	'A link however it was sent, a scope, a piece of code, a whole file, an `.env`, or what you need in words; at most 64 kB.';
export const empty = 'empty';
