import { counted, formatNumber } from '#lib/access/language/english.ts';

export const connected = 'connected';
export const notConnected = 'not connected';
export const fuel = 'Fuel';
export const percent = (value: string) => `${value} %`;
export const notJson =
	'Body: this is not JSON. Write an object such as {"value": 42, "unit": "percent"}.';
export const callsOf = ({ calls, limit }: { calls: number; limit: number | null }) =>
	limit === null ? formatNumber(calls) : `${formatNumber(calls)} of ${formatNumber(limit)}`;
export const answersAsText = (profile: string, region: string) => `${profile}, ${region}`;
export const REGIONS = { US: 'United States', CA: 'Canada', EU: 'Europe' };
export const delayReport = 'Vehicle to brand, seconds';
export const delayEvery = 'Between fetches, seconds';
export const delayIngest = 'Fetch to read, seconds';
export const deletedHere =
	'This vehicle was deleted. Calls for it answer CONNECTED_SERVICES_ACCOUNT:VEHICLE_MISSING.';
export const addedWith = (username: string) =>
	`Added. Whoever signs in as ${username}, with any password, finds it in Connect.`;
export const refresh = 'Refresh';
export const following = 'Following';
export const noNews = (since: string) => `No news since ${since}.`;
export const tryAgain = 'Try again';
export const seeVehicles = 'See all vehicles';
export const noSuchVehicle = 'There is no such vehicle; it may have been deleted with its account.';
export const unknownPowertrain = 'unknown powertrain';
export const noSuchAct = 'There is no such act; reload the page and press one of its buttons.';
export const distanceWrong =
	'Kilometres: write a number from 0.5 to 1500, or leave it empty to go anywhere.';
export const secondsWrong = (name: string) => `${name}: write a number from 0 to 86400.`;
export const everyTooShort = 'Between fetches: write at least 1 second.';
export const fetched = 'The platform has fetched what the brand knows of it.';
export const saved = 'Saved.';
export const passwordChanged =
	'The brand password was changed. Calls answer 400 CONNECTED_SERVICES_ACCOUNT until the owner signs in again.';
export const brandMoved = (accounts: number) =>
	`The brand moved to a new platform: ${counted(accounts, { one: 'account has', other: 'accounts have' })} to sign in again.`;
const EVENTS: Readonly<Record<string, string>> = {
	sleep: 'It fell asleep.',
	wake: 'It woke up.',
	drive: 'It drove off.',
	park: 'It is parked.',
	'plug-in': 'It is plugged in.',
	unplug: 'It is unplugged.',
	'start-charge': 'Charging started.',
	'stop-charge': 'Charging stopped.',
	lock: 'It is locked.',
	unlock: 'It is unlocked.',
	refuel: 'The tank is full.',
	'go-online': 'It is online.',
	'go-offline': 'It is offline.',
	open: 'Opened.',
	close: 'Closed.',
	routine: 'The routine is set.',
	set: 'Set.'
};
export const didIt = (event: string, wait: number) =>
	`${EVENTS[event] ?? 'Done.'} Next fetch in ${counted(wait, { one: 'second', other: 'seconds' })}.`;
export const tooManyWatch =
	'Too many windows are kept up to date already: close some, or reload this one to see what is new.';
