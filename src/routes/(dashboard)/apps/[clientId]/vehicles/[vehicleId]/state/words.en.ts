export const state = 'State';
export const routine = 'Routine';
export const setRoutine = 'Set';
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
export const chargingTo = (kw: string, limit: string) => `${kw} kW, to ${limit}\u00a0%`;
export const notCharging = (percent: string) => `Off, at ${percent}\u00a0%`;
export const startCharging = 'Start charging';
export const stopCharging = 'Stop charging';
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
