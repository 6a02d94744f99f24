import { formatNumber, counted } from '#lib/access/language/english.ts';

export const subscribedVehicles = 'Subscribed vehicles';
export const share = (subscribed: number, connected: number) =>
	`${formatNumber(subscribed)} of ${formatNumber(connected)}`;
export const subscribe = 'Subscribe';
export const unsubscribe = 'Unsubscribe';
export const simulated = 'simulated';
export const subscribeAll = (count: number) => `Subscribe all ${formatNumber(count)}`;
export const neverByThemselves =
	'Simulated cars that were added by hand never subscribe by themselves,';
export const evenWith = 'even with auto-subscribe on: the platform does the same.';
export const noVehicle = 'No car is connected yet, so there is none to tell of.';
export const connectOne = 'Connect a car';
export const moreVehicles = (count: number) =>
	`${counted(count, { one: 'more car is', other: 'more cars are' })} subscribed on their own pages.`;

export const receiver = 'About your receiver';
export const hints = (count: number) => counted(count, { one: 'hint', other: 'hints' });
export const noHints = 'Nothing to say: what it was sent it took.';
export const see = 'See it';
