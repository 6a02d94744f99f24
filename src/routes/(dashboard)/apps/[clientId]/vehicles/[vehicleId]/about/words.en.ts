import { counted } from '#lib/access/language/english.ts';

export const identity = 'Identity';
export const vehicleId = 'Vehicle id';
export const copyVehicleId = 'vehicle id';
export const vin = 'VIN';
export const account = 'Account';
export const password = 'Password';
export const anyPassword = 'any';
export const connectedSince = 'Connected';
export const grantedUnder = 'Granted under';
export const version = (number: number) => `version ${number}`;
export const ownScope = 'a scope of its link';
export const callsThisMonth = 'Calls this month';
export const answersAs = 'Answers as';
export const supports = 'What it supports';
export const signals = 'Signals';
export const commands = 'Commands';
export const apiV2 = 'API v2';
export const allSelectedSupported = (count: number) =>
	`All ${counted(count, { one: 'selected item is', other: 'selected items are' })} supported.`;
export const someUnsupported = (count: number, total: number) =>
	`${count} of ${counted(total, { one: 'selected item', other: 'selected items' })} not supported.`;
export const leftOut = (names: string) => `Not granted: ${names}.`;
export const askAgain = (version: number) => `Ask again with version ${version}`;
export const behaviour = 'How it behaves';
export const BEHAVIOURS = {
	vehicle: 'As a vehicle',
	'simulator-2025': 'As the simulator of 2025'
};
export const BEHAVIOUR_HINTS = {
	vehicle: 'Commands act on its state, and are seen in the next reading.',
	'simulator-2025':
		'Locks answer IN_MOTION while it drives, charging answers CHARGING_PLUG_NOT_CONNECTED unless it charges, and nothing changes by a command.'
};
export const saveBehaviour = 'Save';
export const deleteVehicle = 'Delete this vehicle';
export const deleteText =
	'It leaves its account. Calls for it then answer CONNECTED_SERVICES_ACCOUNT:VEHICLE_MISSING, and its connections stay until they are ended.';
export const deleteNow = 'Delete vehicle';
export const changePassword = 'Change';
export const changePasswordTitle = 'Change the brand password';
export const moveBrand = 'Move the brand to a new platform';
export const moveBrandText = 'All owners of this brand then have to sign in again.';
export const signInAgain = 'The owner has to sign in again.';
