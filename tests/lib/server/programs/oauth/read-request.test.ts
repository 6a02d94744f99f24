import { MAX_BODY_BYTES } from '#lib/server/http/limits.ts';
import { OAuthError } from '#lib/connect/oauth-error.ts';
import { readTokenRequest } from '#lib/server/programs/oauth/read-request.ts';
import { describe, expect, it } from 'vitest';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

function send(body: string, { type = FORM, query = '', length = '' } = {}) {
	const headers = new Headers(type === '' ? {} : { 'content-type': type });
	if (length !== '') headers.set('content-length', length);
	return new Request(`http://localhost:5173/oauth/token${query}`, {
		method: 'POST',
		body: new TextEncoder().encode(body),
		headers
	});
}

async function bodyOf(request: Request, formats?: readonly ('form' | 'json')[]) {
	const read = await readTokenRequest(request, formats);
	return read instanceof OAuthError
		? `${read.error}: ${read.description}`
		: Object.fromEntries(read.body);
}

const refused = (description: string) => `invalid_request: ${description}`;

describe('readTokenRequest', () => {
	it.each([
		['grant_type=x&code=a%2Bb+c', FORM, { grant_type: 'x', code: 'a+b c' }],
		['code=a', `${FORM}; charset=UTF-8`, { code: 'a' }],
		['code=a', 'APPLICATION/X-WWW-Form-Urlencoded', { code: 'a' }],
		['code=&scope=a', FORM, { scope: 'a' }],
		['code=&code=a', FORM, { code: 'a' }],
		['__proto__=a', FORM, { ['__proto__']: 'a' }],
		['', FORM, {}],
		['code=%zz', FORM, { code: '%zz' }]
	])('reads the form %j of type %s', async (body, type, expected) => {
		expect(await bodyOf(send(body, { type }))).toEqual(expected);
	});

	it.each(['code=a&code=b', 'code=a&code=a', 'code=a&scope=&code=b'])(
		'refuses %j, where a parameter stands twice',
		async (body) => {
			expect(await bodyOf(send(body))).toBe(refused('code stands twice.'));
		}
	);

	it.each(['', 'text/plain', 'multipart/form-data; boundary=x', JSON_TYPE, `x ${FORM}`])(
		'refuses the type %j',
		async (type) => {
			expect(await bodyOf(send('{"code":"a"}', { type }))).toBe(
				refused(`Send the body as ${FORM}.`)
			);
		}
	);

	const NO_OBJECT = refused('The body is no JSON object with texts as its values.');
	it.each([
		['{"grant_type":"x","scope":""}', { grant_type: 'x' }],
		['{}', {}],
		['{"a":1}', NO_OBJECT],
		['{"a":null}', NO_OBJECT],
		['{"a":{"b":"c"}}', NO_OBJECT],
		['["a"]', NO_OBJECT],
		['null', NO_OBJECT],
		['"text"', NO_OBJECT],
		['{"a":', NO_OBJECT],
		['', NO_OBJECT]
	])('reads the JSON %s where JSON is taken', async (body, expected) => {
		expect(await bodyOf(send(body, { type: JSON_TYPE }), ['form', 'json'])).toEqual(expected);
	});

	it('says which types are taken', async () => {
		expect(await bodyOf(send('a', { type: 'text/plain' }), ['form', 'json'])).toBe(
			refused(`Send the body as ${FORM} or ${JSON_TYPE}.`)
		);
	});

	it.each([
		['?flags=country:DE', 'country:DE'],
		['?flags=', ''],
		['', null],
		['?', null]
	])('takes the flags of the query %j', async (query, flags) => {
		expect(await readTokenRequest(send('a=b', { query }))).toMatchObject({ flags });
	});

	it.each([
		['?code=a', 'code'],
		['?flags=x&client_secret=y', 'client_secret'],
		['?Flags=x', 'Flags'],
		['?%22=x', "'"]
	])('refuses the query %s', async (query, name) => {
		expect(await bodyOf(send('a=b', { query }))).toBe(
			refused(`Send ${name} in the body; the query of this endpoint may hold flags only.`)
		);
	});

	it('reads a body of the largest size and none larger, whatever it says of its length', async () => {
		const large = 'a='.padEnd(MAX_BODY_BYTES, 'x');
		const TOO_LARGE = refused(`The body is larger than ${MAX_BODY_BYTES} bytes.`);
		expect(await bodyOf(send(large))).toEqual({ a: large.slice(2) });
		expect(await bodyOf(send(`${large}x`))).toBe(TOO_LARGE);
		expect(await bodyOf(send(`${large.slice(0, -1)}ä`))).toBe(TOO_LARGE);
		expect(await bodyOf(send('a=b', { length: String(MAX_BODY_BYTES + 1) }))).toBe(TOO_LARGE);
	});

	it('refuses a body that breaks off', async () => {
		const body = new ReadableStream({
			start: (controller) => {
				controller.error(new Error('cut'));
			}
		});
		// Node asks for `duplex`, which the types of the browser do not know.
		const init = { method: 'POST', body, headers: { 'content-type': FORM }, duplex: 'half' };
		const broken = new Request('http://localhost/oauth/token', init);
		expect(await bodyOf(broken)).toBe(refused(`The body is larger than ${MAX_BODY_BYTES} bytes.`));
	});
});
