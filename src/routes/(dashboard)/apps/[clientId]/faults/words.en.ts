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
export const amount = 'Number';
export const amountHint = (milliseconds: readonly string[], seconds: readonly string[]) =>
	`In ms for ${formatList(milliseconds)}, in s for ${formatList(seconds)}; empty for what is usual.`;
export const where = 'Path';
export const whereHint = 'With * for what varies; empty for every call, and for deliveries.';
export const wherePlaceholder = '/v3/vehicles/*/signals';
export const vehicle = 'Vehicle id';
export const vehicleHint = 'As the app or the sandbox knows it; empty for every vehicle.';
export const times = 'For how many calls';
export const timesHint = 'Empty for all, until it is switched off.';
export const add = 'Add rule';
export const chooseFault = 'What goes wrong: choose one.';
export const wrongAmount = 'Number: write a whole number from 1 on, or leave it out.';
export const wrongTimes =
	'For how many calls: write a whole number from 1 to 1000000, or leave it out.';
export const wrongVehicle = 'Vehicle id: write at most 60 characters, or leave it out.';
export const wrongPath = 'Path: write at most 200 characters, or leave it out.';
export const ofField = { amount: 'Number', path: 'Path' };
export const problem = (field: 'amount' | 'path', message: string) =>
	`${ofField[field]}: ${message}`;
export const tooMany = (most: number) => `There may be ${most} rules; remove some first.`;
export const gone = 'This rule is gone; another window or a script took it away.';
export const everyCall = 'every call that it can meet';
export const everyDelivery = 'every delivery';
export const everyApplication = 'of every application';
export const ofVehicle = 'vehicle';
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
export const oneCall = 'For one call';
export const oneCallText =
	'Send this header along, with the name of any fault. It comes before all rules, and the next call is as ever.';
export const header = 'Request header';
export const headerLine = 'the header';
export const inTests = 'Tests replace the rules by {put}, and take them away by {remove}.';
/** Behind a number. */
export const amountOf = (amount: number, unit: 'milliseconds' | 'seconds') =>
	`${formatNumber(amount)} ${unit === 'seconds' ? 's' : 'ms'}`;
