import { counted, formatList, formatNumber } from '#lib/access/language/english.ts';

export const recorder = 'Recorder';
export const lead = 'What your app really asks of vehicles, beside what its draft asks of owners.';

const countItems = (count: number) => counted(count, { one: 'item', other: 'items' });
const countPermissions = (count: number) =>
	counted(count, { one: 'permission', other: 'permissions' });
const these = (count: number) => (count === 1 ? 'this item' : `these ${countItems(count)}`);

/** What a card speaks of. */
export interface CardWords {
	readonly title: (items: number) => string;
	/** In front of what would be refused. */
	readonly wouldFail: (permissions: readonly string[]) => string;
}

const notAsked = (permissions: readonly string[]) =>
	`The draft does not ask for ${formatList(permissions)}: under a grant by it these calls answer 403`;

export const CALLS: CardWords = {
	title: (items) => `Your calls need ${these(items)}`,
	wouldFail: (permissions) => `${notAsked(permissions)}, and lists of all signals come without it.`
};
export const SOURCE: CardWords = {
	title: (items) => `Your code needs ${these(items)}`,
	wouldFail: (permissions) => `${notAsked(permissions)}.`
};

export const noCallYet = 'No call was recorded yet';
export const noCallText =
	'Run your tests, or your app, against this sandbox: each call of a vehicle is counted here within two seconds. {link} has the code that points your SDK at it.';
export const sharePage = 'Share';
/** Followed by a time. */
export const recordingSince = (calls: number) =>
	`${counted(calls, { one: 'call', other: 'calls' })} by name since`;
export const besideDraft = (items: number) => `beside the draft of ${countItems(items)}`;
export const beginAnew = 'Begin anew';
export const beginAnewHint = 'Forgets what was counted, so that the next run tells alone.';
export const howCounted = 'How calls are counted';
export const HOW_COUNTED = [
	'A call counts by the item that it names, a refused one as well. Each path of a batch is a call.',
	'Which signals your app reads of a list of all, nobody sees. Of what a list told counts what the draft has, and all that no other permission of these opens.',
	'What a webhook waits for or tells counts as used, as long as the webhook is on.',
	'What reads API v2 counts as the item of today that the draft has for it.'
];
export const timesAsked = (calls: number) => formatNumber(calls);
export const timesAskedAloud = (calls: number) => counted(calls, { one: 'call', other: 'calls' });
export const inList = 'in lists';
export const inListAloud = 'told in lists of all signals alone';
export const byWebhook = 'webhook';
export const byWebhookAloud = 'told by a webhook';

export const usedNotAsked = 'Used, but not asked';
export const versionAsks = (version: number) =>
	`Version ${version} asks for it, the draft no longer does.`;
export const askedNeverUsed = 'Asked, but never used';
export const inScope = 'in scope';
/** Of an item that is not ticked, while its permission is asked for. */
export const notTicked = 'not ticked';
export const sensitive = 'sensitive';
export const usedAs = (codes: readonly string[]) => `used as ${formatList(codes)}`;

export const take = (items: number) => `Take ${these(items)} into the draft`;
export const takeHint = (before: number, after: number, highly: number) => {
	const change =
		after < before
			? `Owners are asked for less: ${countPermissions(after)} in place of ${formatNumber(before)}`
			: after > before
				? `Owners are asked for more: ${countPermissions(after)} in place of ${formatNumber(before)}`
				: `Owners are asked for ${countPermissions(after)}, as many as before`;
	const sensitives =
		highly === 0 ? 'none of them sensitive' : `${formatNumber(highly)} of them sensitive`;
	return `${change}, ${sensitives}. It takes the place of what the draft holds, and can be undone.`;
};
export const taken = (items: number) => `The draft now holds ${these(items)}.`;
export const asDraft = 'The draft holds just this.';
export const undo = 'Undo';
export const lookAtDraft = 'Look at the draft';
export const undone = 'Undone.';
export const draftChanged =
	'The draft was changed meanwhile; nothing was overwritten. Look at it below and take it again.';
export const formIncomplete = 'The form is not whole; open the page anew and take it again.';

export const fromSource = 'From source code';
export const noCallsNeeded = 'no calls needed';
export const sourceLabel = 'Source code';
export const sourcePlaceholder = 'vehicle.odometer()';
export const sourceHint =
	'Methods of the SDKs for Node, Python, Java, Ruby and Go, paths of the API and codes of signals. Comments are left out.';
export const chooseFiles = 'Files';
export const filesHint = (file: string, all: string, form: string) =>
	`At most ${file} each and ${all} together. With scripts they are read in this browser and sent nowhere; without, this server reads ${form} together and keeps nothing.`;
export const readIt = 'Read it';
export const pasted = 'pasted';
export const nothingFound = 'No call of the API was found in it.';
export const unreadable = 'A file cannot be read any more; choose it again.';
export const nothingGiven = 'Paste source code or choose files first.';
export const fromFiles = (places: number, files: number) =>
	`From ${counted(places, { one: 'place', other: 'places' })} in ${counted(files, { one: 'file', other: 'files' })}`;
export const onlyBeginning = (files: readonly string[]) =>
	`Not read to the end: ${formatList(files)}.`;
export const morePlaces = 'There are more places than are told here.';
export const countPlaces = (places: number) => counted(places, { one: 'place', other: 'places' });
export const placeOf = (file: string, line: number) => `${file}:${line}`;

export const cannotBeTold = 'Cannot be told';
export const WHY = {
	'all-signals':
		'It asks for all signals. Those whose codes stand elsewhere in the code are found; for others, record a run.',
	open: 'What it asks for is known only while the program runs. Record a run.',
	'no-such-signal': 'There is no signal of this code.'
} as const;
export const didYouMean = (code: string) => `Did you mean ${code}?`;
