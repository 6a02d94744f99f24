import { counted, plural } from '#lib/access/language/english.ts';
import type { PresetId } from '#lib/access/presets/presets.ts';

export const purposes = 'Start from a purpose';
export const purposesLead = 'Ticks the rows for you. You can change every one afterwards.';
export const PURPOSES: Readonly<Record<PresetId, { name: string; lead: string }>> = {
	'smart-charging': {
		name: 'Smart charging',
		lead: 'Follow the battery, start and stop charging.'
	},
	mileage: { name: 'Mileage', lead: 'Read the odometer and say which car it is.' },
	'fleet-health': { name: 'Fleet health', lead: 'Faults, oil, tires and service dates.' },
	'theft-recovery': {
		name: 'Theft recovery',
		lead: 'Find the car, see if it is locked, lock it.'
	},
	'pay-per-use-insurance': {
		name: 'Pay-per-use insurance',
		lead: 'Distance driven, tied to one car.'
	}
};
export const use = 'Use';
export const usePurpose = (name: string) => `Use ${name}`;
const items = (count: number) => counted(count, { one: 'item', other: 'items' });
export const countPermissions = (count: number) =>
	counted(count, { one: 'permission', other: 'permissions' });
export const price = (access: number, selection: number) =>
	`${countPermissions(access)} for ${items(selection)}`;
export const countSensitive = (count: number) => `${count} sensitive`;
export const sensitive = 'sensitive';

export const beforeUse = (name: string) => `What ${name} changes`;
/** @param there how many of the items are ticked already */
export const adds = (fresh: number, there: number) => {
	if (fresh === 0) return 'Every item of it is ticked already.';
	const others =
		there === 0 ? '' : `; ${there} ${plural(there, { one: 'is', other: 'are' })} ticked already`;
	return `It ticks ${items(fresh)}${others}.`;
};
export const takesNothing = 'Nothing is taken away.';
export const tickRows = (count: number) => `Tick ${counted(count, { one: 'row', other: 'rows' })}`;
export const makeRequired = 'Make them Required';
export const replaceInstead = (beside: number) =>
	`Replace the draft: untick ${counted(beside, { one: 'other', other: 'others' })} too`;
export const scopeThen = 'Scope then';
export const cancel = 'Cancel';

export const orPick = 'Or pick from the catalog';

export const paste = 'Paste what you need';
export const pasteLead =
	'Words, codes, permissions, code, a file, or a whole Connect link. A link is read, never opened.';
export const pastePlaceholder = 'battery level, mileage, where it is parked';
export const find = 'Find';
export const foundOf = (found: number, named: number) => `${found} of ${named} found`;
export const nothingNamed = 'Nothing in it names an item or a permission';
export const from = 'from';
export const quoted = (words: string) => `“${words}”`;
export const opens = (count: number) => `opens ${items(count)}`;
export const required = 'Required';
export const tickedAlready = 'ticked already';
export const inScope = 'in scope';
export const needsNone = 'needs no permission';
export const mayMean = 'may be meant by';
export const noItem = 'No item matches.';
export const didYouMean = (nearest: string) => `Did you mean ${nearest}?`;
export const searchCatalog = 'Search the catalog';
export const saysNo = 'It says what is not needed, so nothing is ticked for it.';
export const onlyBeginning =
	'It is too long to be read whole: the first 64 kB and 80 phrases were. Paste the part that says what you need.';
export const linkWithoutScope =
	'The link names no scope. Connect then asks for what is stored for the application, and that does not stand in it.';
export const nothingChosen = 'Nothing is chosen';
export const matcherMissing = 'What finds the items could not be loaded. Press Find.';

export const staleDraft =
	'Not ticked: the draft was changed in another window. What it holds now is below; try again.';
export const unknownPurpose = 'There is no such purpose. Use one of those below.';
export const revisionWrong =
	'Not ticked: the field “revision” is missing or wrong. Reload the page and try again.';
export const nothingTaken = 'Nothing was ticked: no row was chosen.';
