import { tell } from '#lib/access/connect-url/finding.ts';
import { parseConnectUrl } from '#lib/access/connect-url/parse.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../support/any-text.ts';

const clientId = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
const START = `https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=${clientId}`;
const read = (rest: string) => parseConnectUrl(START + rest);

describe('parseConnectUrl', () => {
	it('reads the example of the platform’s page as it is printed there', () => {
		const parsed = parseConnectUrl(`
			https://connect.smartcar.com/oauth/authorize?
			response_type=code
			&client_id=${clientId}
			&scope=read_odometer read_vehicle_info read_location
			&redirect_uri=https://example.com/home
			&state=0facda3319
		`);
		expect(parsed).toEqual({
			origin: 'https://connect.smartcar.com',
			parameters: {
				path: 'authorize',
				idParameter: 'client_id',
				responseType: 'code',
				clientId,
				scope: 'read_odometer read_vehicle_info read_location',
				redirectUri: 'https://example.com/home',
				state: '0facda3319'
			},
			unknown: [],
			problems: []
		});
	});

	it.each([
		['a query alone', `response_type=code&client_id=${clientId}`, null],
		['a query with its mark', `?response_type=code&client_id=${clientId}`, null],
		['a path', `/oauth/authorize?response_type=code&client_id=${clientId}`, null],
		['a double slash', START.replace('/oauth', '//oauth'), 'https://connect.smartcar.com'],
		['a slash at its end', START.replace('?', '/?'), 'https://connect.smartcar.com'],
		['capitals in the host', START.replace('connect', 'Connect'), 'https://connect.smartcar.com'],
		['no scheme', START.slice('https://'.length), null],
		['a fragment', `${START}#top`, 'https://connect.smartcar.com']
	])('accepts a text with %s', (_, text, origin) => {
		expect(parseConnectUrl(text)).toEqual({
			origin,
			parameters: { path: 'authorize', idParameter: 'client_id', responseType: 'code', clientId },
			unknown: [],
			problems: []
		});
	});

	it.each([
		['&scope=a+b%20c', 'scope', 'a b c'],
		['&flags=a:b+c:d', 'flags', 'a:b c:d'],
		['&make=LAND+ROVER', 'make', 'LAND ROVER'],
		['&scope=a%2520b', 'scope', 'a%20b'],
		['&scope=a%2Bb', 'scope', 'a+b'],
		['&state=a%2Bb%20c', 'state', 'a+b c'],
		['&state=a+b%2Bc', 'state', 'a b+c'],
		['&state=%7B%22userId%22%3A+%22u+1%22%7D', 'state', '{"userId": "u 1"}'],
		['&state=s1%3Ds2%26s2+%3D%3F', 'state', 's1=s2&s2 =?'],
		['&state=eyJh+b/c==', 'state', 'eyJh+b/c=='],
		['&state=eyJh%2Bb/c+d', 'state', 'eyJh+b/c d'],
		['&state=eyJh+b-c', 'state', 'eyJh b-c']
	] as const)('reads %s', (rest, key, value) => {
		expect(read(rest).parameters[key]).toBe(value);
	});

	it('reads 64 kB and says where it stopped', () => {
		const longest = `?state=${'a'.repeat(64 * 1024 - '?state='.length)}`;
		const codesOf = (text: string) => parseConnectUrl(text).problems.map(({ code }) => code);
		expect(codesOf(longest)).not.toContain('text-too-long');
		expect(codesOf(`${longest}b`)).toContain('text-too-long');
		expect(parseConnectUrl(`${longest}b`).parameters.state).not.toContain('b');
	});

	it('accepts a repeated parameter with the same value', () => {
		const { parameters, problems } = read('&single_select=true&single_select=true');
		expect(parameters.singleSelect).toBe('true');
		expect(problems).toEqual([]);
	});

	it.each([
		[
			'&mode=live&mode=simulated',
			'mode',
			'repeated-differently',
			'It stands twice, as “live” and as “simulated”; write it once.'
		],
		[
			'&application_id=other',
			'application_id',
			'repeated-differently',
			`It stands twice, as “${clientId}” and as “other”; write it once.`
		],
		[
			'&redirect_ur=https://example.com',
			'redirect_ur',
			'unknown-parameter',
			'“redirect_ur” is no parameter of Connect and is ignored; did you mean “redirect_uri”?'
		],
		[
			'&redirect_url=https://example.com',
			'redirect_url',
			'former-parameter',
			'“redirect_url” is ignored by Connect. Connect knows it under another spelling. Write redirect_uri=https://example.com.'
		],
		[
			'&code_challenge=x',
			'code_challenge',
			'pkce-parameter',
			'“code_challenge” belongs to PKCE. The sandbox checks it; no public source says that the platform does. It harms nothing.'
		],
		[
			'&zzzzzzzz=1',
			'zzzzzzzz',
			'unknown-parameter',
			'“zzzzzzzz” is no parameter of Connect and is ignored; remove it.'
		],
		['&make=', 'make', 'empty-value', 'It is empty; leave it out or give it a value.'],
		[
			'&state=100%',
			'state',
			'bad-percent',
			'A “%” in it is not followed by two hexadecimal digits of UTF-8; write “%” itself as %25.'
		],
		[
			'&state=%FF%FE',
			'state',
			'bad-percent',
			'A “%” in it is not followed by two hexadecimal digits of UTF-8; write “%” itself as %25.'
		],
		[
			'&user=a%00b',
			'user',
			'control-character',
			'It holds the invisible character U+0000; remove it.'
		],
		[
			'&user=\uD800',
			'user',
			'control-character',
			'It holds the invisible character U+D800; remove it.'
		]
	])('says what is wrong with %j', (rest, parameter, code, message) => {
		expect(read(rest).problems.map(tell)).toEqual([
			expect.objectContaining({ parameter, code, message })
		]);
	});

	it('takes the source of a page as it would be sent', () => {
		const { parameters, unknown } = parseConnectUrl(START.replaceAll('&', '&amp;'));
		expect(parameters).toEqual({ path: 'authorize', responseType: 'code' });
		expect(unknown).toEqual([
			{ name: 'amp;client_id', value: clientId, nearest: expect.anything() }
		]);
	});

	it('keeps unknown parameters, with the nearest known one', () => {
		expect(read('&mod=x&__proto__=y').unknown).toEqual([
			{ name: 'mod', value: 'x', nearest: 'mode' },
			{ name: '__proto__', value: 'y', nearest: null }
		]);
	});

	it('keeps what can be read around a bad percent sign', () => {
		expect(read('&state=100%25%20%zz%C3%A9').parameters.state).toBe('100% %zzé');
	});

	it('keeps an empty scope, which is not the same as none', () => {
		const { parameters, problems } = read('&scope=');
		expect(parameters.scope).toBe('');
		expect(problems).toEqual([]);
	});

	it.each([
		['/oauth/authorize', 'code'],
		['/oauth/reauthenticate', 'vehicle_id']
	])('asks for the response type of %s', (path, expected) => {
		const { problems } = parseConnectUrl(`https://connect.smartcar.com${path}?client_id=x`);
		expect(problems.map(tell)).toEqual([
			{
				parameter: 'response_type',
				severity: 'error',
				code: 'no-response-type',
				message: `It must be there; write response_type=${expected}.`
			}
		]);
	});

	it('names the address that was meant', () => {
		const { parameters, problems } = parseConnectUrl(START.replace('authorize', 'authorise'));
		expect(parameters.path).toBe('authorize');
		expect(problems.map(tell)).toMatchObject([
			{
				code: 'unknown-path',
				message: '“/oauth/authorise” is not an address of Connect; write “/oauth/authorize”.'
			}
		]);
	});

	it.each(['', 'hello', 'https://connect.smartcar.com/oauth/authorize', '\u0000', '%%%', '?'])(
		'finds no Connect URL in %j',
		(text) => {
			const parsed = parseConnectUrl(text);
			expect(parsed.parameters).toEqual({});
			expect(parsed.problems).toMatchObject([{ code: 'not-a-url', severity: 'error' }]);
			expect(parsed.problems.map(tell)[0]?.message).toMatch(/^This is no Connect URL; paste one/);
		}
	);

	it('reads no more than 64 kB, and describes twenty unknown parameters', () => {
		const many = Array.from({ length: 20_000 }, (_, index) => `&p${index}=1`).join('');
		const { problems } = read(many);
		expect(problems.map(tell)[0]).toMatchObject({
			code: 'text-too-long',
			message: 'Only the first 65536 characters were read; shorten it.'
		});
		expect(problems).toHaveLength(22);
	});

	it('never throws', () => {
		const anyLink = fc.oneof(
			anyText(),
			fc
				.array(
					fc.constantFrom('%', '%F', '&', '=', '?', '#', '+', 'state', '\uD800', '\0', '//', ':')
				)
				.map((parts) => parts.join(''))
		);
		fc.assert(
			fc.property(anyLink, (text) => {
				parseConnectUrl(text);
				read(`&${text}`);
			})
		);
	});
});
