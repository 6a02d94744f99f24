import { counted, plural } from '#lib/access/language/english.ts';

const count = (number: number) => counted(number, { one: 'vehicle', other: 'vehicles' });
export const lead = (all: number, connected: number, version: number | null) =>
	`${count(all)}, ${connected} connected · ${version === null ? 'items of the draft' : `version ${version}, current`}`;
export const add = 'Add a vehicle…';
export const byPowertrain = 'By powertrain';
export const all = 'All';
export const POWERTRAIN_NAMES = {
	BEV: 'BEV',
	PHEV: 'PHEV',
	HEV: 'HEV',
	ICE: 'ICE',
	unknown: 'Unknown'
};
export const unknown = 'unknown';
export const find = 'Find a vehicle';
export const findPlaceholder = 'Search name, VIN, account';
export const caption = 'What a call for each selected item answers now, by vehicle';
export const vehicle = 'Vehicle';
export const now = 'Now';
export const required = 'required:';
export const anyGrant = 'any grant';
export const onlyPermission = (names: string) => `Only items of ${names}`;
export const allItems = 'All items';
export const chargingAt = (percent: string) => `charging, ${percent} %`;
export const legend = 'What a call answers right now.';
export const wouldBeRefused = (number: number) =>
	`${counted(number, { one: 'connected vehicle', other: 'connected vehicles' })} would be refused by the filter today; ${plural(number, { one: 'it stays', other: 'they stay' })}.`;
export const answeredBy = 'Answered by';
export const outOf = (total: number) => `of ${total}`;
export const moreItems = (shown: number, total: number) =>
	`${shown} of ${counted(total, { one: 'selected item', other: 'selected items' })} are shown; press a permission to see its items alone.`;
export const cellSays = (item: string, vehicle: string, answer: string) =>
	`${item}, ${vehicle}: ${answer}`;
export const notConnected = (username: string) => `Not connected yet; ${username} has it.`;
export const publishFirst = 'Publish, then connect it';
export const keptOut = (wanted: string) => `Refused: the connection filter takes ${wanted}.`;
export const keptOutUnknown = 'Refused: the connection filter takes no unknown powertrain.';
export const changeFilter = 'Change the filter';
export const noItems = 'Nothing is selected yet, so there is nothing to call.';
export const noVehicles = 'No vehicles yet';
export const noVehiclesText = (number: number) =>
	`Add one, or take the ${number} profiles. Vehicles also come with the accounts that sign in to Connect.`;
export const addOne = 'Add one…';
export const addProfiles = (number: number) => `Take the ${number} profiles`;
export const profilesAdded = (number: number) => `${count(number)} added.`;
export const noneFound = 'No vehicle has that in its name, VIN or account.';
export const nonePowertrain = 'No vehicle has that powertrain.';
export const showAll = 'Show all vehicles';
export const vehiclesOf = 'vehicles';
export const deleted = 'The vehicle was deleted.';
