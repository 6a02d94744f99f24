import { quote } from '#lib/access/characters.ts';
import {
	counted,
	formatList,
	formatNumber,
	formatRow,
	plural
} from '#lib/access/language/english.ts';

const items = (count: number) => counted(count, { one: 'item', other: 'items' });

export const refusals = 'Refusals';
export const lead =
	'What stops working when an owner leaves a permission out. Tick a column to refuse it.';

export const nothingSelectedYet = 'Nothing is selected yet';
export const pickFirst =
	'Pick what your app needs. Then this page says what each refusal of an owner would cost.';
export const everyRequired = 'The owner has no choice: every permission is required';
export const everyRequiredText =
	'The only way to refuse one is to refuse all, and then no vehicle is connected. Take the Required mark off what your app can do without.';
export const onlyOneAsked = 'The owner has no choice: only one permission is asked';
export const onlyOneAskedText =
	'At least one permission has to stay granted, so an owner can only refuse the whole.';
export const nothingRefuse = 'There is nothing to refuse';
export const nothingRefuseText =
	'What is selected needs no permission, so an owner is asked for none.';
export const pickItems = 'Pick items';
export const changeAsked = 'Change what is asked';

export const whatIsShown = 'What is shown';
export const versionShown = (version: number) => `Version ${version}, current`;
export const draftShown = 'Draft';

export const itemsAndPermissions = 'Items and permissions';
export const item = 'Item';
export const requiredItem = 'required';
/** Beside a box that is not ticked yet. */
export const refuse = 'refuse';
export const cannotBeRefused = 'cannot be refused';
export const withTheseRefused = 'With these refused';
export const always = 'always';
export const needsIt = 'needs it';
export const stops = 'stops';
export const goesOn = 'goes on';
export const refusedAlone = 'Refused alone';
export const partOf = (part: number, whole: number) => `${part} of ${formatNumber(whole)}`;
export const goOn = (part: number) => plural(part, { one: 'goes on', other: 'go on' });
export const rehearseWithout = (refused: readonly string[]) =>
	`(rehearse without ${formatRow(refused)})`;

export const stopTogether = (refused: readonly string[], count: number, total: number) =>
	`With ${formatList(refused)} refused, ${count} of ${items(total)} ${plural(count, { one: 'stops', other: 'stop' })} working`;
export const theyAre = (names: string) => `: ${names}.`;
export const goOnTogether = (names: string, count: number) => `${names} ${goOn(count)}.`;
export const nothingGoesOn = 'Nothing that is selected goes on.';
export const allGoOn = (total: number) =>
	`Nothing is refused, and ${plural(total, { one: 'the item goes', other: `all ${items(total)} go` })} on.`;
export const grantIs =
	'The owner’s grant is {grant}; calls for what stops answer `403 PERMISSION`.';
/** @param names some, of `total` */
export const nameSome = (names: readonly string[], total: number) =>
	formatList(total > names.length ? [...names, `${total - names.length} more`] : names);
export const showWhatStops = 'Show what stops';
export const clear = 'Clear';
export const rehearse = 'Rehearse this refusal';
export const without = (refused: readonly string[]) => `without ${formatRow(refused)}`;

export const whatOwnersRefused = 'What owners refused';
export const consentsWithChoice = (consents: number) =>
	`${counted(consents, { one: 'consent', other: 'consents' })} with a choice`;
export const noOwnerDecided =
	'No owner has decided yet. What is refused in the sandbox is counted here, by set.';
export const nothingRefused = 'Nothing refused';
export const othersRefused = 'Other sets';
export const share = (part: number, whole: number) => `${Math.round((part / whole) * 100)} %`;

export const everyWay = 'Every way to refuse';
export const setsInAll = (sets: number, optional: number) =>
	`${counted(sets, { one: 'set', other: 'sets' })}, ${counted(optional, { one: 'permission', other: 'permissions' })} can be refused`;
export const tooManySets = (optional: number, mostListed: number) =>
	`${optional} permissions can be refused. With more than ${mostListed}, only the single refusals are listed; tick any of them above.`;
export const sizeSet = 'Size of the set';
export const numberRefused = (permissions: number) => `${permissions} refused`;
export const countSets = (sets: number) => counted(sets, { one: 'set', other: 'sets' });

/** What is said of the words that were typed; the first of them are named, of `total`. */
function subjectOf(named: readonly string[], total: number): string {
	const row = formatRow(named.map(quote));
	const rest = total - named.length;
	return rest > 0
		? `${row} and ${rest} more are`
		: `${row} ${plural(total, { one: 'is', other: 'are' })}`;
}

export const notAsked = (named: readonly string[], total: number) =>
	`${subjectOf(named, total)} not among the permissions that are asked for here. Tick a column instead.`;
export const isRequired = (named: readonly string[], total: number) =>
	`${subjectOf(named, total)} required, so an owner cannot refuse ${plural(total, { one: 'it', other: 'them' })}. Tick a column that has a box.`;
export const oneHasToStay = 'At least one permission has to stay granted. Untick a column.';

export const command = 'command';
export const attribute = 'attribute';
export const apiV2 = 'API v2';
