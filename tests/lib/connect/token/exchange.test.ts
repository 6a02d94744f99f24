import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { decideExchange, refuseSecondTry, type CodeFacts } from '#lib/connect/token/exchange.ts';
import { describe, expect, it } from 'vitest';

const START = Date.UTC(2026, 10, 23, 14, 2);
const CALLBACK = 'http://localhost:3000/callback';
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

const CODE: CodeFacts = {
	clientId: 'ours',
	redirectUri: CALLBACK,
	redirectUriSent: false,
	codeChallenge: null,
	createdAt: START,
	codeUsedAt: null,
	revokedAt: null
};
type Asked = Parameters<typeof decideExchange>[1];
const ASKED: Asked = {
	clientId: 'ours',
	redirectUri: undefined,
	codeVerifier: undefined,
	now: START + 1
};

const EXCHANGE = { kind: 'exchange' };
const refused = (fault: string, then = 'nothing') => ({ kind: 'refuse', fault, then });

type Row = readonly [
	title: string,
	code: Partial<CodeFacts>,
	asked: Partial<Asked>,
	decision: object
];

const ROWS: readonly Row[] = [
	['is exchanged', {}, {}, EXCHANGE],
	['is exchanged in its last millisecond', {}, { now: START + LIFETIMES.code - 1 }, EXCHANGE],
	['is over', {}, { now: START + LIFETIMES.code }, refused('code', 'revoke')],
	['comes from the future', {}, { now: START - 60_001 }, refused('code', 'revoke')],
	['was used', { codeUsedAt: START }, {}, refused('code', 'revoke')],
	[
		'was used, and another application brings it',
		{ codeUsedAt: START },
		{ clientId: 'theirs' },
		refused('code', 'revoke')
	],
	['another application brings', {}, { clientId: 'theirs' }, refused('code', 'spend')],
	[
		'another application brings once it is over',
		{},
		{ clientId: 'theirs', now: START + LIFETIMES.code },
		refused('code', 'spend')
	],
	['was revoked', { revokedAt: START }, {}, refused('code')],
	['comes with its redirect URI', {}, { redirectUri: CALLBACK }, EXCHANGE],
	[
		'comes with another redirect URI',
		{},
		{ redirectUri: `${CALLBACK}/` },
		refused('redirect-uri-other')
	],
	[
		'comes with a redirect URI where the journey ended here',
		{ redirectUri: null },
		{ redirectUri: CALLBACK },
		refused('redirect-uri-other')
	],
	[
		'comes without the redirect URI that the link named',
		{ redirectUriSent: true },
		{},
		refused('redirect-uri-missing')
	],
	[
		'comes with the redirect URI that the link named',
		{ redirectUriSent: true },
		{ redirectUri: CALLBACK },
		EXCHANGE
	],
	['comes with its verifier', { codeChallenge: CHALLENGE }, { codeVerifier: VERIFIER }, EXCHANGE],
	['comes without its verifier', { codeChallenge: CHALLENGE }, {}, refused('verifier-missing')],
	[
		'comes with another verifier',
		{ codeChallenge: CHALLENGE },
		{ codeVerifier: CHALLENGE },
		refused('verifier-other')
	],
	[
		'comes with a verifier that nothing was announced for',
		{},
		{ codeVerifier: VERIFIER },
		refused('verifier-unasked')
	],
	[
		'is wrong in both: the redirect URI is told first',
		{ codeChallenge: CHALLENGE },
		{ redirectUri: 'x' },
		refused('redirect-uri-other')
	]
];

describe('a code', () => {
	it.each(ROWS)('that %s', (_title, code, asked, decision) => {
		expect(decideExchange({ ...CODE, ...code }, { ...ASKED, ...asked }, 2)).toEqual(decision);
	});

	it('that reaches nothing any more is refused, and tells so last', () => {
		expect(decideExchange(CODE, ASKED, 0)).toEqual(refused('code'));
		expect(decideExchange({ ...CODE, redirectUriSent: true }, ASKED, 0)).toEqual(
			refused('redirect-uri-missing')
		);
	});

	it('that somebody else exchanged just now is answered as one that was used', () => {
		expect(refuseSecondTry()).toEqual(decideExchange({ ...CODE, codeUsedAt: START }, ASKED, 2));
	});
});
