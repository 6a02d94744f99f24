import { counted, formatList } from '#lib/access/language/english.ts';

const events = (count: number) => counted(count, { one: 'event', other: 'events' });

/** What is said of each hint: what is the matter, and what to do. */
export const HINTS = {
	'redirect-uri': {
		title: 'It is a redirect URI as well.',
		text: 'The owner’s browser comes there with GET and a code; deliveries come with POST. Give the webhook an address of its own.'
	},
	'verify-checked': {
		title: 'It refused VERIFY.',
		text: 'VERIFY comes without a signature. Answer it before signatures are checked.'
	},
	'challenge-wrong': {
		title: 'It answered VERIFY wrongly.',
		text: 'Answer 200 with {"challenge": …}, the HMAC of the challenge in hex, made with the current management token: the signing key on this page.'
	},
	'nobody-listens': {
		title: 'Nobody listens there.',
		text: 'Start your receiver, and compare host and port.'
	},
	'not-reached': {
		title: 'It could not be reached.',
		text: 'Open the delivery: it says why. Other hosts than this machine have to be named in WEBHOOK_HOSTS.'
	},
	redirects: {
		title: 'It redirects.',
		text: 'A redirect counts as a failure and is not followed. Give the address that it leads to: often the one with or without a slash at its end.'
	},
	'signature-refused': {
		title: 'It refused the signature.',
		text: 'Open the delivery and paste what your app computed: the calculator says what went wrong.'
	},
	'not-found': {
		title: 'It does not know the address, or the car.',
		text: 'Compare the path, and take POST there. Answer 2xx also for cars that you do not know.'
	},
	fails: {
		title: 'It failed.',
		text: 'Its answer stands in the delivery. Keep the event first and work on it after the answer.'
	},
	'test-refused': {
		title: 'It refused a test event.',
		text: 'Its car is a sample, not yours. Answer 2xx where meta.mode is TEST, and keep nothing of it.'
	},
	'too-slow': {
		title: 'It answered after its work was done.',
		text: 'Whatever takes more than 15 s is sent again. Answer first, then work.'
	},
	'silent-triggers': {
		title: 'Some triggers never fire.',
		text: 'No subscribed car has them, so they stay silent.'
	},
	'came-again': {
		title: 'Events came more than once.',
		text: 'At least once is the promise: keep the event ids that you have seen.'
	},
	'out-of-order': {
		title: 'An event came after a newer one.',
		text: 'Order is not promised: go by oemUpdatedAt and sequence, not by arrival.'
	}
};

export const status = (code: number) => `It answered ${code}.`;
export const codes = (list: readonly string[]) => formatList(list);
export const howMany = (count: number) => `That happened to ${events(count)} of the last 100.`;
