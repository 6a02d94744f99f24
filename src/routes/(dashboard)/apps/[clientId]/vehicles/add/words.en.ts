export const addAVehicle = 'Add a vehicle';
export const lead = 'Awake, parked, locked and unplugged at first, on an account of its own.';
export const byModel = 'By make and model';
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
export const accountHint =
	'User name to sign in with in Connect; left empty, one is made. Any password does.';
export const add = 'Add vehicle';
export const byVin = 'By VIN';
export const vin = 'VIN';
export const vinHint = 'Brand and year follow from it, as far as they are known.';
export const vinWrong = 'VIN: write 17 letters and digits, without I, O and Q.';
export const vinMissing = 'VIN: write the 17 characters of the vehicle’s number.';
export const yearWrong = 'Year: write a year from 1996 to 2100, or leave it empty.';
export const modelLong = 'Model: write at most 60 characters.';
export const accountLong = (longest: number) =>
	`Account: a user name has at most ${longest} characters.`;
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
