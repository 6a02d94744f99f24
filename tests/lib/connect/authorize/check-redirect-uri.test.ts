import { checkRedirectUri } from '#lib/connect/authorize/check-redirect-uri.ts';
import { readConnectQuery } from '#lib/connect/authorize/read-query.ts';
import { describe, expect, it } from 'vitest';
import { said } from '../../../support/worded.ts';

const DEFAULT = 'https://app.example.com/cb';
const OTHER = 'http://localhost:3000/callback?x=1';
const APPLICATION = {
	clientId: '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07',
	clientIdMadeHere: false,
	name: 'Charge Planner',
	mode: 'live',
	redirectUris: [
		{ id: 1, uri: OTHER, isDefault: false, isBuiltIn: false },
		{ id: 2, uri: DEFAULT, isDefault: true, isBuiltIn: false }
	],
	createdAt: 0,
	updatedAt: 0
} as const;

const check = (
	search: string,
	{ redirectUris = APPLICATION.redirectUris, developer = true } = {}
) =>
	said(
		checkRedirectUri(
			readConnectQuery('authorize', `?client_id=${APPLICATION.clientId}&${search}`),
			{ ...APPLICATION, redirectUris },
			developer
		)
	);
const sent = (uri: string) => `response_type=code&redirect_uri=${encodeURIComponent(uri)}`;
const NONE = { redirectUris: [] } as object;

const MESSAGE = '400: Unauthorized redirect_uri';
const COMPARED =
	'The redirect URI of the link is not one of the registered ones. They are compared character by character.';

describe('checkRedirectUri', () => {
	it.each([
		[sent(DEFAULT), DEFAULT, true],
		[sent(OTHER), OTHER, true],
		[`${sent(OTHER)}&redirect_uri=${encodeURIComponent(OTHER)}`, OTHER, true],
		['response_type=code', DEFAULT, false],
		['response_type=code&redirect_uri=', DEFAULT, false],
		['response_type=none', null, false],
		[sent(OTHER).replace('code', 'none'), OTHER, true]
	])('with %s it leads to %s; it was sent: %s', (search, uri, wasSent) => {
		expect(check(search)).toEqual({ uri, sent: wasSent });
	});

	it.each([
		'https://app.example.com/cb/',
		'https://app.example.com/cb?',
		'https://app.example.com/cb?x=1',
		'https://app.example.com/cb#',
		'https://app.example.com/CB',
		'https://app.example.com/%63b',
		'https://app.example.com:443/cb',
		'HTTPS://app.example.com/cb',
		'https://app.example.com/x/../cb',
		'https://app.example.com@evil.example/cb',
		'https://evil.example/cb',
		'http://localhost:3001/callback?x=1',
		'javascript:alert(1)',
		' https://app.example.com/cb'
	])('refuses %s', (uri) => {
		expect(check(sent(uri))).toMatchObject({ message: MESSAGE, advice: COMPARED });
	});

	it('refuses a second one that differs, even if both are registered', () => {
		expect(check(`${sent(OTHER)}&redirect_uri=${encodeURIComponent(DEFAULT)}`)).toMatchObject({
			message: MESSAGE,
			advice: `It stands twice, as “${OTHER}” and as “${DEFAULT}”; write it once.`
		});
	});

	it('shows the developer where the addresses part, the likeliest first', () => {
		expect(check(sent('https://app.example.com/c'))).toEqual({
			message: MESSAGE,
			advice: COMPARED,
			redirectUri: {
				sent: 'https://app.example.com/c',
				clientId: APPLICATION.clientId,
				registered: [
					{
						uri: DEFAULT,
						isDefault: true,
						start: 'https://app.example.com/c',
						registered: 'b',
						sent: '',
						end: ''
					},
					{
						uri: OTHER,
						isDefault: false,
						start: 'http',
						registered: '://localhost:3000/callback?x=1',
						sent: 's://app.example.com/c',
						end: ''
					}
				]
			}
		});
	});

	it('tells nobody else what is registered', () => {
		expect(check(sent('https://evil.example/'), { developer: false })).toEqual({
			message: MESSAGE,
			advice: COMPARED
		});
	});

	it('refuses a link without one where the application has none', () => {
		expect(check('response_type=code', NONE)).toEqual({
			message: MESSAGE,
			advice: 'The link names no redirect URI and the application has no default; register one.',
			redirectUri: { sent: '', registered: [], clientId: APPLICATION.clientId }
		});
		expect(check('response_type=none', NONE)).toEqual({ uri: null, sent: false });
	});
});
