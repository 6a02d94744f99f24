import { counted, formatNumber } from '#lib/access/language/english.ts';

export const vehicles = 'Vehicles';
export const connected = 'connected';
export const notConnected = 'not connected';
export const state = 'State';
export const routine = 'Routine';
export const setRoutine = 'Set';
export const ROUTINE_NAMES = {
	none: 'None, stays as it is',
	commuter: 'Commuter',
	delivery: 'Delivery',
	weekend: 'Weekend',
	parked: 'Parked for months'
};
export const power = 'Power';
export const asleep = 'Asleep';
export const awake = 'Awake';
export const wakeUp = 'Wake up';
export const putToSleep = 'Put to sleep';
export const motion = 'Motion';
export const driving = 'Driving';
export const parked = 'Parked';
export const park = 'Park';
export const drive = 'Drive…';
export const plug = 'Plug';
export const pluggedIn = 'Plugged in';
export const unplugged = 'Unplugged';
export const plugIn = 'Plug in';
export const unplug = 'Unplug';
export const charging = 'Charging';
export const chargingTo = (kw: string, limit: string) => `${kw} kW, to ${limit} %`;
export const notCharging = (percent: string) => `Off, at ${percent} %`;
export const startCharging = 'Start charging';
export const stopCharging = 'Stop charging';
export const fuel = 'Fuel';
export const percent = (value: string) => `${value} %`;
export const refuel = 'Fill the tank';
export const reach = 'Connectivity';
export const online = 'Online';
export const offline = 'Offline';
export const takeOffline = 'Take offline';
export const bringOnline = 'Bring online';
export const locks = 'Locks';
export const locked = 'Locked';
export const unlocked = 'Unlocked';
export const lock = 'Lock';
export const unlock = 'Unlock';
export const openings = 'Openings';
export const allClosed = 'All closed';
export const countOpen = (count: number) => `${count} open`;
export const open = 'Open…';
export const openOrClose = 'Close…';
export const opening = 'Which';
export const openIt = 'Open';
export const closeIt = 'Close';
export const kilometres = 'Kilometres';
export const driveOff = 'Drive off';
export const charge = 'Charge';
export const DOINGS = {
	driving: 'driving',
	charging: 'charging',
	'plugged-in': 'plugged in',
	asleep: 'asleep',
	parked: 'parked'
};
export const lastDay = 'the last day of its clock';
export const limit = (value: string) => `limit ${value} %`;
export const distanceDriven = (km: string) => `Distance driven ${km}`;
export const km = (value: string) => `${value} km`;
export const describePlot = (plot: { from: number; to: number; driven: string }) =>
	`From ${plot.from} to ${plot.to} percent, ${plot.driven} km driven. The table below holds all points.`;
export const showTable = 'Show as a table';
export const countPoints = (count: number) => counted(count, { one: 'point', other: 'points' });
export const time = 'Time (UTC)';
export const does = 'It is';
export const distance = 'Distance';
export const liveValues = 'Live values';
export const supportedOf = (count: number, all: number) => `${count} of ${all} supported`;
export const selected = 'Selected';
export const all = 'All';
export const find = 'Find a signal';
export const show = 'Show';
export const noneSelected = 'No selected signal is one that this vehicle has.';
export const noneFound = 'No signal of this vehicle has that in its name or code.';
export const nothingTold = 'nothing yet';
export const countValues = (count: number) => counted(count, { one: 'value', other: 'values' });
export const seeBody = 'see its body';
export const STATIONS = {
	oemUpdatedAt: 'the vehicle said so',
	retrievedAt: 'the platform fetched it',
	ingestedAt: 'a read can see it'
};
export const noTime = 'no time';
export const later = (span: string) => `+ ${span}`;
export const itself = (value: string, next: string) =>
	`The vehicle itself says ${value}. A read right after a change may still return the old value: the next fetch is at ${next}.`;
export const asRead = (next: string) =>
	`The vehicle itself says the same. The next fetch is at ${next}; a read right after a change may still return the old value.`;
export const body = 'Body';
export const setByHandMore = 'Set by hand…';
export const setByHand = 'Set it';
export const calls = 'Commands and other calls';
export const setHint = 'JSON in the shape of the answer; the next fetch tells it.';
export const fetchNow = 'Fetch now';
export const notJson =
	'Body: this is not JSON. Write an object such as {"value": 42, "unit": "percent"}.';
export const readAnswers = (status: number, code: string) => `a read answers ${status} ${code}`;
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
export const callsOf = ({ calls, limit }: { calls: number; limit: number | null }) =>
	limit === null ? formatNumber(calls) : `${formatNumber(calls)} of ${formatNumber(limit)}`;
export const answersAs = 'Answers as';
export const answersAsText = (profile: string, region: string) => `${profile}, ${region}`;
export const REGIONS = { US: 'United States', CA: 'Canada', EU: 'Europe' };
export const supports = 'What it supports';
export const signals = 'Signals';
export const commands = 'Commands';
export const apiV2 = 'API v2';
export const xOfY = (count: number, total: number) => `${count} of ${total}`;
export const allSelectedSupported = (count: number) =>
	`All ${counted(count, { one: 'selected item is', other: 'selected items are' })} supported.`;
export const someUnsupported = (count: number, total: number) =>
	`${count} of ${counted(total, { one: 'selected item', other: 'selected items' })} not supported.`;
export const leftOut = (names: string) => `Not granted: ${names}.`;
export const askAgain = (version: number) => `Ask again with version ${version}`;
export const connectIt = 'Connect it in the sandbox';
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
export const delayReport = 'Vehicle to brand, seconds';
export const delayEvery = 'Between fetches, seconds';
export const delayIngest = 'Fetch to read, seconds';
export const saveBehaviour = 'Save';
export const deleteVehicle = 'Delete this vehicle';
export const deleteText =
	'It leaves its account. Calls for it then answer CONNECTED_SERVICES_ACCOUNT:VEHICLE_MISSING, and its connections stay until they are ended.';
export const deleteNow = 'Delete vehicle';
export const deletedHere =
	'This vehicle was deleted. Calls for it answer CONNECTED_SERVICES_ACCOUNT:VEHICLE_MISSING.';
export const addedWith = (username: string) =>
	`Added. Whoever signs in as ${username}, with any password, finds it in Connect.`;
export const refresh = 'Refresh';
export const live = 'Live';
export const notLive = (since: string) => `Not live since ${since}.`;
export const tryAgain = 'Try again';
export const tooManyWatch =
	'Too many windows are kept up to date already: close some, or reload this one to see what is new.';
export const clock = 'Clock';
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
export const changePassword = 'Change';
export const changePasswordTitle = 'Change the brand password';
export const moveBrand = 'Move the brand to a new platform';
export const moveBrandText = 'All owners of this brand then have to sign in again.';
export const signInAgain = 'The owner has to sign in again.';
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
export const anywhere = 'anywhere';
export const isOpen = ', open';
export const OPENING_NAMES = {
	'front-left-door': 'Front left door',
	'front-right-door': 'Front right door',
	'rear-left-door': 'Rear left door',
	'rear-right-door': 'Rear right door',
	'front-left-window': 'Front left window',
	'front-right-window': 'Front right window',
	'rear-left-window': 'Rear left window',
	'rear-right-window': 'Rear right window',
	sunroof: 'Sunroof',
	'front-trunk': 'Front trunk',
	'rear-trunk': 'Rear trunk',
	tailgate: 'Tailgate',
	'engine-cover': 'Engine cover',
	'charge-port': 'Charge port'
};
