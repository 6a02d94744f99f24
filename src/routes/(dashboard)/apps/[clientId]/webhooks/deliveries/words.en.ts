import { counted, formatNumber } from '#lib/access/language/english.ts';

export const deliveries = 'Deliveries';
export const accepted = 'accepted';
export const failed = 'failed';
export const time = 'Time';
export const event = 'Event';
export const vehicle = 'Vehicle';
export const attempts = '0, 25, 75, 175 s';
export const result = 'Result';
export const open = 'Open';
export const openDelivery = (type: string, at: string) => `Open ${type} at ${at}`;
export const closeDelivery = (type: string, at: string) => `Close ${type} at ${at}`;
export const all = 'All';
export const byState = 'Deliveries by where they stand';
export const STATE_NAMES = { waiting: 'Waiting', delivered: 'Delivered', dropped: 'Dropped' };
export const TYPE_NAMES = {
	VERIFY: 'VERIFY',
	VEHICLE_STATE: 'VEHICLE_STATE',
	VEHICLE_ERROR: 'VEHICLE_ERROR'
};
export const type = 'Event';
export const anyType = 'every event';
export const anyVehicle = 'every vehicle';
export const show = 'Show';
export const newer = 'Newer deliveries';
export const older = 'Older deliveries';
export const pages = 'Pages of deliveries';
export const nothingFired = 'Nothing fired yet.';
export const why = 'Why?';
export const nothingFound = 'No delivery is as you ask.';
export const showAll = 'Show all deliveries';
export const noSuchDelivery =
	'There is no such delivery, or no longer. It may be another webhook’s.';
export const testTag = 'sample, not your car';

export const challenge = 'challenge';
export const firstDelivery = 'first delivery';
export const other = 'unknown body';
export const andMore = (count: number) => `and ${count} more`;
export const errorOf = (state: string, name: string) => `${state}: ${name}`;

export const waiting = 'waiting';
export const dropped = 'dropped';
export const notSent = 'not sent';
export const attemptsOf = (count: number) => counted(count, { one: 'attempt', other: 'attempts' });
export const replays = (count: number) => counted(count, { one: 'replay', other: 'replays' });
export const attemptTaken = 'taken';
export const attemptFailed = 'failed';

/** Why an attempt does not count, where no status says it. */
export const ERRORS: Readonly<Record<string, string>> = {
	'host-not-named': 'host not allowed',
	'address-refused': 'address refused',
	'host-unknown': 'host unknown',
	'refused-connection': 'nobody listens',
	'timed-out': 'no answer',
	tls: 'TLS failed',
	broken: 'connection broke',
	stopped: 'server stopped',
	'no-token': 'no signing key',
	missed: 'not sent',
	'no-json': 'no JSON',
	'no-challenge': 'no challenge',
	echoed: 'challenge echoed',
	'former-token': 'by the former key',
	'wrong-challenge': 'wrong challenge'
};
export const unanswered = 'no answer';
export const within = (ms: number) => `in ${formatNumber(ms)} ms`;
export const after = (seconds: number) => `after ${formatNumber(seconds)} s`;
export const plus = (seconds: number) => `${formatNumber(seconds)} s`;
export const notNeeded = 'not needed';
export const due = (at: string) => `due at ${at}`;
export const notMade = 'not made';
export const byFault = (name: string) => `fault ${name}`;
export const itsAttempts = 'Attempts';
export const lookAt = (number: number) => `Look at attempt ${number}`;

export const onItsWay = 'On its way';
export const saidAt = 'the car said it';
export const fetchedAt = 'the platform fetched it';
export const writtenAt = 'written down';
export const takenAt = 'your receiver took it';
export const later = (span: string) => `${span} later`;

export const body = 'Body';
export const bytes = (count: number) => counted(count, { one: 'byte', other: 'bytes' });
export const indented = 'indented here; what was sent stands below as raw bytes';
export const request = 'Request';
export const answer = 'Answer';
export const noAnswer = 'No answer came.';
export const noBody = 'Without a body.';
export const notSentYet = 'It was not sent yet.';

export const replay = 'Replay';
export const replayNumber = (number: number) => `Replay ${formatNumber(number)}`;
export const replayed = 'Replays';
export const replaysBefore = (count: number) =>
	`${counted(count, { one: 'replay', other: 'replays' })} before these.`;
export const replayText = 'Same event id, new delivery id.';
export const copyCurl = 'Copy as curl';
export const live = 'live';
export const droppedBecause =
	'Nobody was to be told of it any more: the webhook is off, or the vehicle is not subscribed.';
