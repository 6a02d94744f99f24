import { counted, formatList, formatNumber } from '#lib/access/language/english.ts';

export const faults = 'Faults';
export const lead = 'What goes wrong on purpose: by name, and for as many calls as you say.';
export const rules = 'Rules';
export const rulesHint = 'Of two that fit a call the first acts.';
export const noneYet = 'Nothing goes wrong';
export const noneText =
	'Each call is answered as it is. Have the next one fail, in one of the five ways apps meet most:';
/** Of the next call. */
export const COMMON = {
	'VEHICLE_STATE:ASLEEP': 'The vehicle sleeps',
	'UPSTREAM:NO_RESPONSE': 'The brand does not answer',
	RATE_LIMIT: 'Too many requests',
	'CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED': 'The owner has to sign in again',
	EMPTY_STORE: 'Nothing has arrived yet'
} as const;
export const addRule = 'Add a rule';
export const what = 'What goes wrong';
export const GROUPS = {
	line: 'On the way',
	held: 'A command that takes long',
	shape: 'In what a vehicle tells',
	error: 'Errors of the platform',
	oauth: 'Errors for tokens',
	webhook: 'Deliveries of webhooks'
};
/** Without scripts, whatever is chosen. */
export const amount = 'How long';
export const everyAmount = (milliseconds: readonly string[], seconds: readonly string[]) =>
	`In ms for ${formatList(milliseconds)}, in s for ${formatList(seconds)}; empty for what is usual.`;
type Unit = 'milliseconds' | 'seconds';
const UNITS: Readonly<Record<Unit, string>> = { milliseconds: 'ms', seconds: 's' };
const AMOUNTS: Readonly<Partial<Record<string, string>>> = {
	LATENCY: 'Later by',
	HOLD_202: 'Held for',
	STALE: 'Older by',
	WEBHOOK_DELAY: 'Later by'
};
export const amountOf = (fault: string, unit: Unit) =>
	`${AMOUNTS[fault] ?? 'Retry after'}, in ${UNITS[unit]}`;
export const amountHint = (usual: number, most: number) =>
	`Empty for ${formatNumber(usual)}; at most ${formatNumber(most)}.`;
export const where = 'Path';
export const whereHint = 'With * for what varies; empty for every call, and for deliveries.';
export const wherePlaceholder = '/v3/vehicles/*/signals';
export const vehicle = 'Vehicle';
export const everyVehicle = 'Every vehicle';
export const oneOf = (name: string, id: string) => `${name}, ${id}…`;
export const anotherVehicle = 'Another, by its id';
export const otherVehicle = 'Vehicle id';
export const otherVehicleHint =
	'As the app or the sandbox knows it; it comes before the choice above.';
export const times = 'For how many calls';
export const timesHint = 'Empty for all, until it is switched off.';
export const add = 'Add rule';
export const chooseFault = 'What goes wrong: choose one.';
export const wrongAmount = 'Write a whole number from 1 on, or leave it out.';
export const wrongTimes =
	'For how many calls: write a whole number from 1 to 1000000, or leave it out.';
export const wrongVehicle = 'Vehicle id: write at most 60 characters, or leave it out.';
export const wrongPath = 'Path: write at most 200 characters, or leave it out.';
export const problem = (field: 'amount' | 'path', message: string) =>
	field === 'path' ? `Path: ${message}` : message;
export const tooMany = (most: number) => `There may be ${most} rules; remove some first.`;
export const gone = 'This rule is gone; another window or a script took it away.';
export const everyCall = 'every call that it can meet';
export const everyDelivery = 'every delivery';
export const everyApplication = 'of every application';
export const ofVehicle = 'vehicle';
export const unknownVehicle = 'which nothing here knows';
export const used = (used: number, times: number | null, isDelivery: boolean) =>
	times === null
		? `met ${counted(used, isDelivery ? { one: 'delivery', other: 'deliveries' } : { one: 'call', other: 'calls' })}`
		: `${formatNumber(used)} of ${formatNumber(times)} used`;
export const usedUp = 'used up';
export const off = 'off';
export const switchOff = 'Switch off';
export const switchOn = 'Switch on';
export const again = 'Count anew';
export const remove = 'Remove';
export const about = (act: string, fault: string, place: number) =>
	`${act} rule ${formatNumber(place)}, ${fault}`;
export const added = (fault: string) => `Added: ${fault}.`;
export const switchedOn = 'The rule is on, and counts anew.';
export const switchedOff = 'The rule is off.';
export const removed = 'The rule is removed.';
export const undo = 'Undo';
export const putBackRule = (fault: string) => `Undo: put ${fault} back`;
export const putBack = 'The rule is back in its place.';
export const oneCall = 'For one call';
export const oneCallText =
	'Send this header along, with the name of any fault. It comes before all rules, and the next call is as ever.';
export const header = 'Request header';
export const headerLine = 'the header';
export const inTests = 'Tests replace the rules by {put}, and take them away by {remove}.';
/** Behind the name of a fault. */
export const byAmount = (amount: number, unit: Unit) => `${formatNumber(amount)} ${UNITS[unit]}`;
