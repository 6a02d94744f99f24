import { formatList } from '#lib/access/language/english.ts';

export const title = 'Why did nothing fire?';
export const vehicle = 'Vehicle';
export const moment = 'Moment, UTC';
export const now = 'now';
/** As a moment is written, by their first letters. */
export const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
export const momentHint = (example: string) =>
	`Empty for now; else like ${example}, or a time of today.`;
export const unreadable = (example: string) =>
	`This is no time. Write it like ${example}, or a time of today alone.`;
export const find = 'Find out';
export const chooseVehicle = 'Choose a car';
export const lead =
	'Choose a car and, unless it is about now, the moment at which something changed.';
export const noVehicle = 'No car is connected, so there is none of which anything could be told.';
export const gone = 'There is no such car. It may have been deleted.';
export const between = (from: string, to: string) => `Looked at: ${from} to ${to}.`;

/** What each condition is, and what is said where nothing fired because of it. */
export const CONDITIONS = {
	exists: { name: 'The webhook was there', stopped: () => 'There was no webhook.' },
	verified: {
		name: 'Its receiver had proved itself',
		stopped: () => 'The webhook was not verified.'
	},
	enabled: { name: 'It was on', stopped: () => 'The webhook is off.' },
	connected: {
		name: 'The car was connected',
		stopped: (car: string) => `${car} was not connected.`
	},
	subscribed: {
		name: 'The car was subscribed',
		stopped: (car: string) => `${car} was not subscribed.`
	},
	reached: {
		name: 'The car could be asked',
		stopped: (car: string) => `${car} could not be asked.`
	},
	triggers: { name: 'The webhook has triggers', stopped: () => 'It has no trigger.' },
	granted: {
		name: 'A trigger’s permission was granted',
		stopped: () => 'No trigger’s permission was granted.'
	},
	capable: {
		name: 'The car has such a signal',
		stopped: (car: string) => `${car} has none of the triggers that were granted.`
	},
	changed: { name: 'A trigger changed at a fetch', stopped: () => 'No trigger changed.' },
	looked: { name: 'The fetch was looked at', stopped: () => 'It is not looked at yet.' },
	fired: { name: 'It fired', stopped: () => 'No event of it is kept.' },
	delivered: { name: 'It was delivered', stopped: () => 'It fired, and was not taken.' }
};
export const allHeld = 'It did fire, and your receiver took it.';
export const unknown = 'What the car told then is no longer kept.';
export const notReached = 'not reached';
export const notKnown = 'no longer known';
export const only = (at: string) => `Only since ${at}.`;
export const byHandOnce = 'No. Simulated cars need it once, by hand.';
export const signInNeeded =
	'Its password was changed at the brand. That was told as VEHICLE_ERROR where errors are sent.';
export const vehicleMissing = 'It is no longer in its account.';
export const everyCallFails = 'It belongs to a test login whose every call fails.';
export const missing = (names: readonly string[]) => `Lacking: ${formatList(names)}.`;
export const lacks = (names: readonly string[]) => `It has no ${formatList(names)}.`;
export const changeOf = (name: string, before: string, after: string, at: string) =>
	before === ''
		? `${name}: ${after}, fetched ${at}`
		: `${name}: ${before} → ${after}, fetched ${at}`;
export const firstNeedsNone = 'A first delivery needs no change.';
export const othersChanged = (names: readonly string[], more: number) =>
	`${formatList(names)}${more > 0 ? ` and ${more} more` : ''} changed, and ${names.length + more === 1 ? 'is' : 'are'} no trigger.`;
export const nothingChanged =
	'Nothing that the platform fetched differs from the fetch before. Values that stay the same fire nothing.';
export const lookedAtEach = 'Every fetch until then was looked at, and none brought anything.';
export const nextLook = (at: string) => `Looked at next: ${at}.`;
export const waits = 'It waits for its next attempt, by the rehearsal’s clock.';
export const dropped = 'Four attempts failed, or nobody was to be told of it any more.';
export const errorValue = 'an error';

export const MENDS = {
	make: 'Make a webhook',
	verify: 'Verify the webhook',
	enable: 'Enable the webhook',
	connect: (car: string) => `Connect ${car}`,
	subscribe: (car: string) => `Subscribe ${car}`,
	'sign-in': 'Sign in again as its owner',
	'choose-triggers': 'Choose other triggers',
	'ask-again': 'Ask the owner again',
	'change-vehicle': (car: string) => `Change something on ${car}`,
	'move-clock': 'Move the clock on',
	'open-delivery': 'Open the delivery'
};
export const seeDelivery = 'See the delivery';
