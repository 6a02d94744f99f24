import { Veil } from '#lib/server/recorder/veil.ts';
import { describe, expect, it } from 'vitest';

const S = 'Zq9XsecretPayload7731kLmN';

describe('a text', () => {
	it.each([
		`http://x/?access_token=${S}`,
		`error: client_secret=${S}`,
		`note=a&at=client_secret=${S}`,
		`?next=${encodeURIComponent(`http://y/?client_secret=${S}`)}`,
		`?next=${encodeURIComponent(encodeURIComponent(`http://y/?client_secret=${S}`))}`,
		JSON.stringify({ client_secret: S }),
		JSON.stringify({ inner: JSON.stringify({ client_secret: S }) }),
		JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ token: S }) }) }),
		`password="ab,${S}"`,
		`password="a\\"b${S}"`,
		`password=a\\b${S}`,
		`password=a<b${S}`,
		`client_secret => '${S}'`,
		`<client_secret>${S}</client_secret>`,
		`Authorization: Bearer ${S.slice(0, 12)}`,
		`Bearer\n${S}`,
		`/v2.0/vehicles/Bearer%20${S}/odometer`,
		`/v3/vehicles/access_token%3D${S}/signals`,
		`https://somebody:${S}@host/`
	])('hides the secret of %j', (text) => {
		const shown = new Veil().text(text);
		expect(shown).not.toContain(S.slice(4, 12));
		expect(shown).not.toContain(S.slice(-8));
	});

	it.each([
		'http://127.0.0.1:3000/v3/vehicles?page[size]=3',
		'text/html,application/xhtml+xml;q=0.9',
		'token_type=Bearer',
		'a: b = c > d',
		'the bearer of this'
	])('leaves %j', (text) => {
		expect(new Veil().text(text)).toBe(text);
	});

	it('takes time in proportion to it', () => {
		const parts = ['a:', 'token="', 'token=', '%253D', '://a:', '\\"', ' ', '"', '<', 'a'];
		for (const part of parts) {
			const text = `token=${part.repeat(16_000)}`;
			const before = performance.now();
			new Veil().text(text);
			expect(performance.now() - before).toBeLessThan(1500);
		}
	});
});

describe('a value of JSON', () => {
	const names = ['pwd', 'pass', 'jwt', 'otp', 'sid', 'session_id', 'accessKey', 'auth', 'x-auth'];
	it.each([...names, 'hmac', 'sig', 'clientSecret'])('hides what stands under %s', (name) => {
		expect(JSON.stringify(new Veil().json({ [name]: S }))).not.toContain(S);
	});

	it.each([
		{ headers: [['Authorization', S]] },
		{ headers: [{ name: 'Authorization', value: S }] },
		{ headers: [{ value: [S], key: 'x-api-key' }] }
	])('hides the value that stands beside its name in %j', (value) => {
		expect(JSON.stringify(new Veil().json(value))).not.toContain(S);
	});

	it('leaves what has no such name', () => {
		const value = {
			data: { attributes: { percent: 80, signal: 'a', passengers: 2, author: 'b' } },
			list: [['name', 'b'], { name: 'c', value: 'd' }],
			signals: ['e'],
			group: 'Assignment'
		};
		expect(new Veil().json(value)).toEqual(value);
	});
});
