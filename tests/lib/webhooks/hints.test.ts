import {
	hintsOf,
	type HintAttempt,
	type HintCode,
	type HintEvent,
	type HintFacts
} from '#lib/webhooks/hints.ts';
import { expect, it } from 'vitest';

const taken = (at = 0): HintAttempt => ({ at, status: 200, error: null, fault: null });
const answered = (status: number, at = 0): HintAttempt => ({ ...taken(at), status });
const silent = (error: string, at = 0): HintAttempt => ({ ...taken(at), status: null, error });

const state = (attempts: readonly HintAttempt[], more: Partial<HintEvent> = {}): HintEvent => ({
	id: 1,
	type: 'VEHICLE_STATE',
	isTest: false,
	vehicleId: 'a',
	attempts,
	replays: 0,
	...more
});
const verify = (...attempts: readonly HintAttempt[]) =>
	state(attempts, { type: 'VERIFY', vehicleId: null });
const test = (...attempts: readonly HintAttempt[]) =>
	state(attempts, { isTest: true, vehicleId: null });

const facts = (...events: readonly HintEvent[]): HintFacts => ({
	events,
	callbackUri: 'http://127.0.0.1:4000/smartcar',
	redirectUris: ['http://127.0.0.1:4000/callback'],
	silentTriggers: []
});

const codesOf = (about: HintFacts) => hintsOf(about).map(({ code }) => code);

it.each<[string, readonly HintEvent[], readonly HintCode[]]>([
	['nothing yet', [], []],
	['what was never sent', [state([])], []],
	['what was taken', [state([taken()]), verify(taken()), test(taken())], []],
	['202', [test(answered(202))], []],
	['a VERIFY that was asked for its signature', [verify(answered(401))], ['verify-checked']],
	['a VERIFY that was forbidden', [verify(answered(403))], ['verify-checked']],
	[
		'a VERIFY whose answer is wrong',
		[verify({ ...taken(), error: 'challenge' })],
		['challenge-wrong']
	],
	['a VERIFY to a path that is none', [verify(answered(404))], ['not-found']],
	['a sample whose vehicle is unknown', [test(answered(404))], ['test-refused']],
	['a sample that is refused', [test(answered(401))], ['test-refused']],
	['a signature that is refused', [state([answered(401)])], ['signature-refused']],
	['a path that is none', [state([answered(404)])], ['not-found']],
	['a way that is none', [state([answered(405)])], ['not-found']],
	['a receiver that fails', [state([answered(500)])], ['fails']],
	['a redirect', [state([answered(302)])], ['redirects']],
	['a redirect of a sample', [test(answered(308))], ['redirects']],
	['nobody', [state([silent('refused-connection')])], ['nobody-listens']],
	['a host that is not named', [state([silent('host-not-named')])], ['not-reached']],
	['a certificate that nobody trusts', [state([silent('tls')])], ['not-reached']],
	['a server that was stopped', [state([silent('stopped')])], []],
	['a slow one', [state([silent('timed-out')])], ['too-slow']],
	[
		'a slow one that took it then',
		[state([silent('timed-out'), taken(25)])],
		['too-slow', 'came-again']
	],
	['one that was replayed', [state([taken(), taken(25)], { replays: 1 })], []],
	['a slow VERIFY', [verify(silent('timed-out'), taken(25))], ['too-slow']],
	[
		'the one and the other',
		[state([answered(401)]), verify(answered(403)), test(answered(404))],
		['verify-checked', 'signature-refused', 'test-refused']
	],
	['what it has mended', [state([taken()], { id: 2 }), state([answered(401)])], []],
	['a fault on purpose', [state([{ ...answered(401), fault: 'BAD_SIGNATURE' }])], []],
	['a delay on purpose', [state([{ ...silent('timed-out'), fault: 'DELAY' }])], []]
])('%s', (_, events, codes) => {
	expect(codesOf(facts(...events))).toEqual(codes);
});

it('names the address that is the redirect URI as well', () => {
	const redirectUris = ['http://127.0.0.1:4000/smartcar'];
	expect(codesOf({ ...facts(), redirectUris })).toEqual(['redirect-uri']);
});

it('names the triggers that no vehicle has', () => {
	const codes = ['charge-ischarging'];
	expect(hintsOf({ ...facts(), silentTriggers: codes })).toEqual([
		{
			code: 'silent-triggers',
			isUrgent: true,
			count: 0,
			event: null,
			status: null,
			codes
		}
	]);
});

it('tells how often, and the last time', () => {
	const events = [3, 2, 1].map((id) => state([silent('timed-out', id), taken(id * 10)], { id }));
	expect(hintsOf(facts(...events))).toEqual([
		expect.objectContaining({ code: 'too-slow', count: 3, event: { id: 3, at: 30 } }),
		expect.objectContaining({ code: 'came-again', count: 3, isUrgent: false })
	]);
});

it.each([
	['after a newer one', { at: 50, vehicleId: 'a' }, true],
	['before it', { at: 5, vehicleId: 'a' }, false],
	['after one of another vehicle', { at: 50, vehicleId: 'b' }, false]
])('an event that was taken %s', (_, { at, vehicleId }, isLate) => {
	const newer = state([taken(10)], { id: 2 });
	const older = state([taken(at)], { id: 1, vehicleId });
	expect(codesOf(facts(newer, older))).toEqual(isLate ? ['out-of-order'] : []);
});
