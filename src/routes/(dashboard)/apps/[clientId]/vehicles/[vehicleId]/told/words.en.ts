export const webhooks = 'Webhooks';
export const subscribe = 'Subscribe';
export const unsubscribe = 'Unsubscribe';
export const to = (name: string) => `to ${name}`;
export const from = (name: string) => `from ${name}`;
export const subscribed = 'told of this car';
export const notSubscribed = 'not told of this car';
export const byHand =
	'A simulated car that was added by hand never subscribes by itself, even with auto-subscribe on: the platform does the same.';
export const notConnected = 'A webhook can be told of this car once it is connected.';
export const noWebhook = 'This application has no webhook, so nobody is told of changes.';
export const make = 'Make one';
export const isSubscribed = (name: string) =>
	`${name} is told of this car. The first delivery follows at once, where it is on and verified.`;
export const isNoLonger = (name: string) => `${name} is no longer told of this car.`;
export const already = 'It is told of this car already.';
