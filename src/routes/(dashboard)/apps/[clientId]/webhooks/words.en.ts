import { counted, formatNumber } from '#lib/access/language/english.ts';

export const webhooks = 'Webhooks';
export const which = 'Webhooks of this application';
export const clock = 'Clock';
export const newWebhook = 'New webhook…';
export const on = 'on';
export const off = 'off';
export const notVerified = 'not verified';
export const today = (delivered: number, dropped: number, waiting: number) =>
	[
		`${counted(delivered, { one: 'delivery', other: 'deliveries' })} today`,
		...(dropped > 0 ? [`${formatNumber(dropped)} dropped`] : []),
		...(waiting > 0 ? [`${formatNumber(waiting)} waiting`] : [])
	].join(', ');

export const noWebhook = 'No webhook yet';
export const noWebhookText =
	'A webhook tells your app when a car changes, in place of asking again and again. Where shall it call?';
export const callbackUri = 'Callback URI';
export const callbackHint =
	'Of your receiver, on this machine: not the redirect URI, which the owner’s browser calls.';
export const callbackExample = 'http://127.0.0.1:4000/smartcar';
export const makeWebhook = 'Make the webhook';
export const simulatedText =
	'Simulated cars that were added by hand never subscribe by themselves, as on the platform: press Subscribe beside the car.';
export const defaultName = 'Webhook';
export const moreFields = 'Choose its signals first';

export const willTell = (count: number) =>
	count === 0
		? 'This application asks for no signal yet, so choose what it is told.'
		: `It fires when one of the ${counted(count, { one: 'signal', other: 'signals' })} that you ask for changes, and carries them all. Change that later.`;
export const made =
	'The webhook was made. Give its signing key to your receiver, and press Verify.';
export const saved = 'Saved.';
export const verified = 'Your receiver proved itself: it answered the challenge rightly.';
export const notVerifiedBecause = (reason: string) =>
	`Your receiver did not prove itself: ${reason}. Nothing is delivered before it does.`;
export const seeVerify = 'See what came';
export const answeredWith = (status: number) => `it answered ${status}, and only 2xx counts`;
export const REASONS = {
	status: 'it answered with a status other than 2xx',
	'no-json': 'it answered with something that is no JSON; answer {"challenge": "…"}',
	'no-challenge': 'its answer has no text “challenge”',
	echoed: 'it answered the challenge as it came; answer its HMAC-SHA-256 in hex',
	'former-token': 'its answer is made with the key before this one; give it the current one',
	'wrong-challenge':
		'its answer is not the challenge’s HMAC-SHA-256 in hex by the management token',
	'host-not-named':
		'its host is not this machine, and WEBHOOK_HOSTS does not name it, so nothing was sent',
	'address-refused': 'its host leads to a private address, so nothing was sent',
	'host-unknown': 'nobody knows its host',
	'refused-connection': 'nobody listens at that address',
	'timed-out': 'it did not answer within 15 s',
	tls: 'its certificate is not to be trusted, or it speaks no TLS',
	broken: 'the connection broke',
	stopped: 'the server was stopped meanwhile',
	'no-token': 'there is no key to sign with',
	missed: 'a fault kept the request back'
};
export const enabled = 'The webhook is on. Each of its cars gets a first delivery.';
export const disabled = 'The webhook is off: nothing is delivered, and nothing is kept for later.';
export const deleted = 'The webhook was deleted.';
export const testSent =
	'Two samples are on their way, of a state and of an error. Their car is a Tesla that nobody has: not yours.';
export const replayed = 'The delivery is sent again.';
export const REPLAY_REFUSALS = {
	'not-running': 'The webhook is off or not verified: nothing is sent. Verify or enable it first.',
	'not-subscribed':
		'The webhook is no longer subscribed to this car: nothing is sent of it. Subscribe it first.',
	waiting: 'This delivery is on its way already.',
	challenge: 'A challenge is answered once. Press Verify: it sends a new one.'
};
export const tooOften = (limit: number) =>
	`This delivery was replayed ${limit} times, as often as one may be. Replay another one, or send a test event.`;
export const subscribed = (name: string) =>
	`${name} is subscribed. Its first delivery follows at once, where the webhook is on and verified.`;
export const unsubscribed = (name: string) => `${name} is no longer subscribed.`;
export const subscribedAll = (count: number) =>
	`${counted(count, { one: 'car was', other: 'cars were' })} subscribed.`;
export const theCar = 'The car';
export const rotated =
	'The key was replaced. Deliveries are signed with the new one from now on; give it to your receiver.';
export const noSuchWebhook = 'There is no such webhook. It may have been deleted.';
export const following = 'Live';
export const noNews = (time: string) => `Not live since ${time}.`;
export const tryAgain = 'Try again';
export const refresh = 'Refresh';
export const tooManyWatch = 'Too many pages are open to be kept live. Close one, or press Refresh.';
