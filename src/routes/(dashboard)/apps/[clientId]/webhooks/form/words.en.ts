import { formatNumber } from '#lib/access/language/english.ts';

export const newTitle = 'New webhook';
export const editTitle = (name: string) => `Edit ${name}`;
export const name = 'Name';
export const nameHint = 'Deliveries name it in meta.webhookName.';
export const callbackUri = 'Callback URI';
export const callbackHint =
	'Where your receiver takes POST. This machine, or a host that WEBHOOK_HOSTS names. With another address it has to prove itself again.';
export const callbackExample = 'http://127.0.0.1:4000/smartcar';
export const errorUri = 'Callback URI for errors (optional)';
export const errorHint = 'Empty: errors go where everything goes.';
export const signals = 'Signals';
export const signalsHint =
	'Triggers decide when a delivery is sent; what it carries is sent whole each time, whatever changed.';
export const triggers = 'Fires when it changes';
export const carried = 'Carries it';
export const signal = 'Signal';
export const ownSignals = 'Signals that this application asks for';
export const groupCount = (count: number) => formatNumber(count);
export const autoSubscribe = 'Subscribe cars by itself';
export const autoHint =
	'Cars that are connected, now and later. Simulated cars that were added by hand never subscribe by themselves: press Subscribe beside the car.';
export const signsVerify = 'Sign VERIFY too';
export const signsHint =
	'The platform sends VERIFY without a signature, although its documentation says otherwise.';
export const save = 'Save';
export const make = 'Make the webhook';
export const cancel = 'Cancel';
export const nameMissing = 'Write a name, for example “Charging events”.';
export const URI_FAULTS = {
	empty: 'Write the address of your receiver, for example http://127.0.0.1:4000/smartcar.',
	'too-long': 'This address is too long: write one of at most 2,048 characters.',
	'not-absolute':
		'This is no whole address. Write one with scheme and host, for example http://127.0.0.1:4000/smartcar.',
	scheme: 'Write an address that begins with http:// or https://.',
	credentials:
		'Leave name and password out of the address: your receiver knows deliveries by their signature.',
	fragment: 'Leave out # and what follows: it is never sent.'
};
export const NOTHING_CHOSEN = {
	triggers: 'Choose at least one signal that fires.',
	signals: 'Choose at least one signal that is carried.'
};
export const unknownSignal = (signal: string, near: string | null) =>
	`There is no signal “${signal}”.${near === null ? '' : ` Did you mean ${near}?`}`;
export const tooMany = (limit: number) =>
	`This application has ${limit} webhooks, as many as one may have. Delete one that is no longer needed.`;
export const changedMeanwhile =
	'Somebody changed this webhook meanwhile, perhaps you in another window. What you typed stands here; Save puts it in place of that.';
export const tokenTaken = 'Another application has this management token.';
