import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { rulesOf } from '#lib/connect/protocol.ts';
import { decideRefresh, refuseReplay, type RefreshFacts } from '#lib/connect/token/refresh.ts';
import { describe, expect, it } from 'vitest';

const START = Date.UTC(2026, 10, 23, 14, 2);
const LIFE = LIFETIMES.refreshToken;
const GRACE = LIFETIMES.refreshGrace;

const TOKEN: RefreshFacts = {
	clientId: 'ours',
	createdAt: START - 1000,
	revokedAt: null,
	issuedAt: START,
	refreshedAt: null,
	refreshOverAt: null
};
type Asked = Parameters<typeof decideRefresh>[1];
const ASKED: Asked = { clientId: 'ours', scope: undefined, now: START + 1 };
const REACHED = ['read_battery', 'read_odometer', 'read_vin'] as const;

const REFRESH = { kind: 'refresh', scope: REACHED, narrowed: false };
const refused = (then = 'nothing') => ({ kind: 'refuse', fault: { kind: 'token' }, then });

type Row = readonly [
	title: string,
	token: Partial<RefreshFacts>,
	asked: Partial<Asked>,
	platform: object,
	strict: object
];

const ROWS: readonly Row[] = [
	['is fresh', {}, {}, REFRESH, REFRESH],
	['another application brings', {}, { clientId: 'theirs' }, refused(), refused()],
	['was revoked', { revokedAt: START }, {}, refused(), refused()],
	['was over once', { refreshOverAt: START }, {}, refused(), refused()],
	[
		'is in the last millisecond of the consent',
		{},
		{ now: START - 1000 + LIFE - 1 },
		REFRESH,
		REFRESH
	],
	['outlives the consent', {}, { now: START - 1000 + LIFE }, REFRESH, refused('mark-over')],
	['is out of time', {}, { now: START + LIFE }, refused('mark-over'), refused('mark-over')],
	['was used just now', { refreshedAt: START + 1 }, {}, REFRESH, refused('end-family')],
	[
		'is in the last millisecond of its grace',
		{ refreshedAt: START },
		{ now: START + GRACE - 1 },
		REFRESH,
		refused('end-family')
	],
	[
		'is behind its grace',
		{ refreshedAt: START },
		{ now: START + GRACE },
		refused('mark-over'),
		refused('end-family')
	],
	[
		'was used, and the clock was set back',
		{ refreshedAt: START },
		{ now: START - 30_000 },
		REFRESH,
		refused('end-family')
	],
	[
		'is in its grace and was over once',
		{ refreshedAt: START, refreshOverAt: START },
		{},
		refused(),
		refused('end-family')
	]
];

describe.each(['platform', 'strict'] as const)('by the %s rules a refresh token', (protocol) => {
	const rules = rulesOf(protocol);

	it.each(ROWS)('that %s', (_title, token, asked, platform, strict) => {
		const decision = decideRefresh({ ...TOKEN, ...token }, { ...ASKED, ...asked }, rules, REACHED);
		expect(decision).toEqual(protocol === 'strict' ? strict : platform);
	});

	it('that reaches nothing any more is refused', () => {
		expect(decideRefresh(TOKEN, ASKED, rules, [])).toEqual(refused());
	});

	it('that somebody else used just now is answered as one behind its grace', () => {
		const later = { ...ASKED, now: START + GRACE };
		expect(refuseReplay(rules)).toEqual(
			decideRefresh({ ...TOKEN, refreshedAt: START }, later, rules, REACHED)
		);
	});
});

describe('the scope of a refresh', () => {
	const decide = (scope: string) =>
		decideRefresh(TOKEN, { ...ASKED, scope }, rulesOf('platform'), REACHED);

	it.each([
		['read_vin  read_battery', ['read_battery', 'read_vin'], true],
		['required:read_odometer', ['read_odometer'], true],
		['read_vin read_odometer read_battery', REACHED, false]
	])('%j narrows to %j', (scope, expected, narrowed) => {
		expect(decide(scope)).toEqual({ kind: 'refresh', scope: expected, narrowed });
	});

	it.each([
		['read_battery read_fuel', { kind: 'scope', problems: [], beyond: 'read_fuel' }],
		[
			'read_fuel required:read_climate',
			{ kind: 'scope', problems: [], beyond: 'required:read_climate read_fuel' }
		],
		[
			'required:',
			{
				kind: 'scope',
				problems: [{ code: 'required-alone', word: 'required:', nearest: null }],
				beyond: ''
			}
		],
		['', { kind: 'scope-empty' }],
		[' ', { kind: 'scope-empty' }]
	])('%j is refused, and nothing is spent', (scope, fault) => {
		expect(decide(scope)).toEqual({ kind: 'refuse', fault, then: 'nothing' });
	});
});
