export const vehicles = 'Vehicles';
export const ROUTINE_NAMES = {
	none: 'None, stays as it is',
	commuter: 'Commuter',
	delivery: 'Delivery',
	weekend: 'Weekend',
	parked: 'Parked for months'
};
export const DOINGS = {
	driving: 'driving',
	charging: 'charging',
	'plugged-in': 'plugged in',
	asleep: 'asleep',
	parked: 'parked'
};
export const show = 'Show';
export const xOfY = (count: number, total: number) => `${count} of ${total}`;
export const connectIt = 'Connect it in the sandbox';
export const clock = 'Clock';
