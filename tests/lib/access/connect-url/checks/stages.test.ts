import { errorsByStage, isTold } from '#lib/access/connect-url/checks/stages.ts';
import type { ConnectQuery } from '#lib/access/connect-url/checks/link.ts';
import { parseConnectUrl } from '#lib/access/connect-url/parse.ts';
import { describe, expect, it } from 'vitest';
import { application, clientId, vehicleId } from './check-table.ts';

const HOME = 'https://example.com/home';
/** Its scheme carries the id that the application had when this was registered. */
const FORMER = `sc${vehicleId}://callback`;

function read(search: string, more: Partial<ConnectQuery> = {}): ConnectQuery {
	const { parameters, problems } = parseConnectUrl(`?${search}`);
	const extra = { codeChallenge: null, codeChallengeMethod: null, refuse: null, carrier: null };
	return { parameters, problems, repeated: [], extra, ...more };
}

/** Each stage that has something to judge, with the rules that were broken. */
function stages(query: ConnectQuery) {
	return [...errorsByStage(query, application(HOME, FORMER))]
		.filter(([, errors]) => errors.length > 0)
		.map(([stage, errors]) => `${stage}: ${errors.map(({ code }) => code).join(' ')}`);
}

const LINK = `response_type=code&client_id=${clientId}`;

describe('an error is judged once, where it belongs', () => {
	it.each<readonly [search: string, expected: readonly string[]]>([
		[LINK, []],
		[`${LINK}&user=u&utm=1&vehicle_id=x`, []],
		['response_type=code', ['client: no-client-id']],
		['response_type=code&client_id=x', ['client: client-id-form']],
		[`${LINK}&application_id=x`, ['client: repeated-differently']],
		[`${LINK}&redirect_uri=https://evil.example/`, ['redirect: not-registered']],
		[`${LINK}&redirect_uri=http://evil.example/`, ['redirect: redirect-form']],
		[`${LINK}&redirect_uri=${HOME}&redirect_uri=x`, ['redirect: repeated-differently']],
		[`${LINK}&redirect_uri=${FORMER}`, ['later: redirect-form']],
		[`${LINK}&state=a&state=b`, ['repeats: repeated-differently']],
		[`${LINK}&make=a&make=TESLA`, ['repeats: repeated-differently', 'later: unknown-make']],
		[`client_id=${clientId}`, ['response-type: no-response-type']],
		[LINK.replace('code', 'token'), ['response-type: response-type']],
		[LINK.replace('code', 'vehicle_id'), ['response-type: reauthentication']],
		[`${LINK}&scope=fly+required:`, ['scope: scope-word scope-word']],
		[`${LINK}&scope=%zz`, ['scope: scope-word', 'later: bad-percent']],
		[`${LINK}&make=TESSLA`, ['later: unknown-make']],
		[`${LINK}&mode=x&approval_prompt=y`, ['values: unknown-value unknown-value']],
		[`${LINK}&client_secret=s`, ['values: former-parameter']],
		[`${LINK}&user=%00`, ['values: control-character control-character']]
	])('%s', (search, expected) => {
		expect(stages(read(search))).toEqual(expected);
	});

	it('of a redirect URI that is empty, what stands beside it is a repetition', () => {
		const { parameters } = read(LINK);
		const query = read(`${LINK}&redirect_uri=&redirect_uri=x`, { parameters });
		expect(stages(query)).toEqual(['repeats: repeated-differently']);
	});

	it('of a client id that stands twice alike, that is a repetition', () => {
		expect(stages(read(LINK, { repeated: ['client_id', 'redirect_uri', 'utm'] }))).toEqual([
			'repeats: repeated repeated repeated'
		]);
	});
});

it('an error has words unless the sandbox alone has the rule', () => {
	const query = read(`${LINK}&mode=x`, { repeated: ['mode'] });
	const errors = [...errorsByStage(query, application(HOME)).values()].flat();
	expect(errors.map((error) => [error.code, isTold(error)])).toEqual([
		['repeated', false],
		['unknown-value', true]
	]);
});

it('client comes first, then the redirect URI, then all else in its order', () => {
	const search = 'redirect_uri=x&state=a&state=b&response_type=token&scope=fly&make=x&mode=y';
	const extra = { codeChallenge: 'x', codeChallengeMethod: 'S256', refuse: null };
	const query = read(search, { extra: { ...extra, carrier: 'request' }, repeated: ['state'] });
	expect([...errorsByStage(query, application(HOME)).keys()]).toEqual([
		'client',
		'redirect',
		'repeats',
		'response-type',
		'carrier',
		'pkce',
		'scope',
		'later',
		'values'
	]);
	expect(stages(query)).toEqual([
		'client: no-client-id',
		'redirect: redirect-form',
		'repeats: repeated-differently repeated',
		'response-type: response-type',
		'carrier: carrier',
		'pkce: pkce-challenge',
		'scope: scope-word',
		'later: unknown-make',
		'values: unknown-value'
	]);
});
