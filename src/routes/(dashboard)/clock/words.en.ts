import { counted, formatList, formatNumber } from '#lib/access/language/english.ts';

export const clock = 'Clock';
export const lead =
	'The time of the sandbox: of codes, tokens, sessions, consents, readings and of what vehicles do.';
export const sandboxTime = 'Sandbox time';
export const agrees = 'The same as this machine’s.';
export const differs = (ahead: string, machine: string) => `${ahead} of this machine (${machine})`;
export const stands = 'It stands still.';
export const advance = 'Advance';
export const by = 'By';
export const amount = 'How much';
export const unit = 'Unit';
export const PRESETS = { '10min': '+10 min', '2h': '+2 h', '60d': '+60 d' };
export const UNITS = { minutes: 'minutes', hours: 'hours', days: 'days' };
export const forwardOnly = 'Forward only: a clock that went back would give life to what is over.';
export const amountWrong = 'How much: write a whole number from 1 to 100000.';
export const unitWrong = 'Unit: choose minutes, hours or days.';
export const tooFar = (years: number) =>
	`That is more than ${years} years ahead of this machine; reset the clock first.`;
export const freeze = 'Freeze';
export const letGo = 'Let it go';
export const freezeText = 'Time stands still until you let it go or advance it.';
export const frozenText = 'Time stands still. Advancing moves it on and leaves it standing.';
export const frozenNow = 'The clock stands still.';
export const goesNow = 'The clock goes on.';
export const reset = 'Reset the clock';
export const resetText = 'Back to this machine’s time.';
const parts = (ends: { sessions: number; authorizations: number; machineTokens: number }) =>
	[
		{ number: ends.sessions, forms: { one: 'open session', other: 'open sessions' } },
		{
			number: ends.authorizations,
			forms: {
				one: 'consent with its code and tokens',
				other: 'consents with their codes and tokens'
			}
		},
		{ number: ends.machineTokens, forms: { one: 'machine token', other: 'machine tokens' } }
	]
		.filter(({ number }) => number > 0)
		.map(({ number, forms }) => counted(number, forms));
export const resetEnds = (ends: {
	sessions: number;
	authorizations: number;
	machineTokens: number;
}) =>
	parts(ends).length === 0
		? 'Nothing ends by it.'
		: `Before that it ends ${formatList(parts(ends))}: a clock that goes back must revive nothing.`;
export const allElse = 'All else stays. {startOver} empties the sandbox.';
export const startOver = 'Start over';
export const resetNow = 'Reset and end them';
export const resetDone = 'The clock is back at this machine’s time.';
export const advanced = (now: string, events: number) =>
	`Now ${now}. ${events === 0 ? 'Nothing fired.' : `${counted(events, { one: 'event', other: 'events' })} fired.`}`;
export const fired = 'What fired';
export const firedCount = (listed: number, count: number) =>
	listed < count
		? `the first ${formatNumber(listed)} of ${formatNumber(count)}, newest first`
		: `${formatNumber(count)}, newest first`;
export const firedRest = (count: number) =>
	`${counted(count, { one: 'more is', other: 'more are' })} not listed.`;
/** What came to the end of its life, unused and not revoked. */
export const endedMeanwhile = (ended: {
	readonly sessions: number;
	readonly codes: number;
	readonly accessTokens: number;
	readonly refreshTokens: number;
	readonly machineTokens: number;
	readonly connections: number;
}) => {
	const some = [
		{ number: ended.sessions, forms: { one: 'session', other: 'sessions' } },
		{ number: ended.codes, forms: { one: 'code', other: 'codes' } },
		{ number: ended.accessTokens, forms: { one: 'access token', other: 'access tokens' } },
		{ number: ended.refreshTokens, forms: { one: 'refresh token', other: 'refresh tokens' } },
		{ number: ended.machineTokens, forms: { one: 'machine token', other: 'machine tokens' } },
		{ number: ended.connections, forms: { one: 'connection', other: 'connections' } }
	].filter(({ number }) => number > 0);
	return some.length === 0
		? 'No session, code or token ran out meanwhile.'
		: `Ran out meanwhile: ${formatList(some.map(({ number, forms }) => counted(number, forms)))}.`;
};
export const nothingFired =
	'Nothing yet. Advance the clock, and what happens in that time stands here.';
export const offHere = 'This server is public, so its clock is the machine’s.';
export const utcTime = (date: string, seconds: string) => `${date}, ${seconds} UTC`;
export const aVehicle = 'A vehicle';
export const anApplication = 'An application';
const ENDS = {
	'session-ends': 'a session was left alone for too long',
	'code-ends': 'a code ran out',
	'access-token-ends': 'an access token ran out',
	'refresh-token-ends': 'a refresh token ran out',
	'machine-token-ends': 'a machine token ran out',
	'connection-expires': 'a connection ran out; its owner has to be asked again'
};
export const ends = (event: keyof typeof ENDS, application: string) =>
	`${application}: ${ENDS[event]}`;
const EVENTS: Readonly<Record<string, string>> = {
	drive: 'began a drive',
	park: 'ended a drive',
	arrive: 'ended a drive',
	'plug-in': 'was plugged in',
	unplug: 'was unplugged',
	'start-charge': 'began to charge',
	'stop-charge': 'stopped charging',
	'charge-ends': 'was charged up to its limit',
	'charge-window': 'came to the turn of a charge window',
	'climate-ends': 'switched its climate off',
	'fall-asleep': 'fell asleep',
	lock: 'was locked',
	unlock: 'was unlocked',
	open: 'had something opened',
	close: 'had something closed',
	refuel: 'was refuelled',
	wake: 'woke up'
};
export const fires = (vehicle: string, event: string) =>
	`${vehicle} ${EVENTS[event] ?? event.replaceAll('-', ' ')}`;
