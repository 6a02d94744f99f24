import { quote } from '#lib/access/characters.ts';
import { counted, formatNumber, formatRow, plural } from '#lib/access/language/english.ts';

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
export const stopWorking = (stops: number, total: number) =>
	`${stops} of ${counted(total, { one: 'item', other: 'items' })} ${plural(stops, { one: 'stops', other: 'stop' })} working`;
export const stopsItems = 'Stops:';
export const goesOnItems = 'Goes on:';
export const nothingGoesOn = 'Nothing that is selected goes on.';
export const ifOwnerRefuses = 'What if an owner refuses …';
export const refusedPermissions = 'Refused permissions';
export const showWhatStops = 'Show what stops';
export const tickToSee = 'Tick one permission or several to see what would stop working.';
export const severalPermissionsRefused = 'Several permissions refused';
export const tooManySets = (optional: number, sets: number, mostListed: number) =>
	`${optional} permissions are optional, which makes ${formatNumber(sets)} sets that an owner could refuse. With more than ${mostListed} optional permissions the sets are not listed; tick any of them under “What if an owner refuses …”.`;
export const setsWithSingle = (sets: number) =>
	`With the single refusals there are ${formatNumber(sets)} sets that an owner could refuse.`;
export const sizeSet = 'Size of the set';
export const countSets = (sets: number) => counted(sets, { one: 'set', other: 'sets' });
export const setsOfSize = (size: number) => `Sets of ${size} refused permissions`;
export const refused = 'Refused';
export const stops = 'Stops';
export const goesOn = 'Goes on';
export const action = 'Action';
export const onePermissionRefused = 'One permission refused';
export const onePermissionRefusedText = 'This is what most owners do who refuse anything.';
export const stopsWorking = 'Stops working';
export const itemsOf = (goesOn: number, count: number) =>
	`${goesOn} of ${counted(count, { one: 'item', other: 'items' })}`;
export const without = (refused: readonly string[]) => `without ${formatRow(refused)}`;
export const refusals = 'Refusals';
export const lead = 'What stops working when an owner unticks a permission.';
/** @param words the first of those that were typed, of `total` */
export const notOptional = (words: readonly string[], total: number) => {
	const named = formatRow(words.map(quote));
	const rest = total - words.length;
	const subject =
		rest > 0
			? `${named} and ${rest} more are`
			: `${named} ${plural(total, { one: 'is', other: 'are' })}`;
	return `${subject} not among the optional permissions of this draft. Tick what is refused in the list.`;
};
export const oneHasToStay = 'At least one permission has to stay granted. Untick one of the list.';
export const outcome = '{whatStops} without {refused}.';
export const tryIt = 'Try it in the sandbox';
export const numberRefused = (permissions: number) => `${permissions} refused`;
