import { counted } from '#lib/access/language/english.ts';

export const addAVehicle = 'Add a vehicle';
export const lead = 'Awake, parked, locked, unplugged at first.';
export const byModel = 'Make and model';
export const make = 'Make';
export const model = 'Model';
export const modelHint = 'Any name; one that is not known behaves like another of the brand.';
export const year = 'Year';
export const powertrain = 'Powertrain';
export const powertrainHint = 'Unknown answers powertrainType: null.';
export const POWERTRAINS = {
	usual: 'As usual for the model',
	BEV: 'BEV',
	PHEV: 'PHEV',
	HEV: 'HEV',
	ICE: 'ICE',
	unknown: 'Unknown'
};
export const account = 'Account';
export const accountHint = 'Left empty, one is made. Others on it are found by the same sign-in.';
export const add = 'Add vehicle';
export const byVin = 'VIN';
export const vin = 'VIN';
export const vinHint = 'Brand and year follow from it, as far as they are known.';
export const vinWrong = 'VIN: write 17 letters and digits, without I, O and Q.';
export const vinMissing = 'VIN: write the 17 characters of the vehicle’s number.';
export const yearWrong = 'Year: write a year from 1996 to 2100, or leave it empty.';
export const modelLong = 'Model: write at most 60 characters.';
export const accountLong = (longest: number) =>
	`Account: a user name has at most ${longest} characters.`;
export const routine = 'Routine';
export const routineWrong = 'Routine: choose one of the list.';
export const unreadable = 'This cannot be read; reload the page.';
export const youGet = 'You get';
export const look = 'Show what comes out';
export const accountToUse = 'Account to sign in with';
export const password = 'Password';
export const anyPassword = 'any';
export const supports = 'Supports';
export const signalsAndCommands = (signals: string, commands: string) =>
	`${signals} signals, ${commands} commands`;
export const ofSelected = (count: number) =>
	`Of the ${counted(count, { one: 'selected item', other: 'selected items' })}`;
export const someOf = (count: number, total: number) =>
	count === total ? 'all' : `${count} of ${total}`;
export const waysToSay = 'By what';
export const addNamed = (name: string) => `Add ${name}`;
export const loading = 'Loading…';
export const formFailed = 'The form did not come. Close this, and open it again.';
export const notAdded = 'The server did not answer; nothing was added. Try again.';
export const cancel = 'Cancel';
export const powertrainWrong = 'Powertrain: choose one of the list.';
export const NOT_ADDED = {
	NO_SUCH_MAKE: 'Make: no brand is called so; choose one of the list.',
	NO_SUCH_PROFILE: 'There is no such kind of vehicle; reload the page.',
	OTHER_POWERTRAIN: 'Powertrain: the chosen kind has another; choose “As usual for the model”.',
	VIN_TAKEN: 'VIN: the account has a vehicle with it already; write another account or VIN.',
	LOGIN_ENDS: 'Account: this is a test login that ends with an error; write another name.',
	ACCOUNT_FULL: 'Account: it has as many vehicles as one may have; write another name.'
};
export const back = 'Back to the vehicles';
export const modelExample = 'ID.4';
