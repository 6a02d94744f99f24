import {
	MOST_TOLD,
	tellingToken,
	toldAuthorization
} from '#lib/server/connect/token/telling-token.ts';
import { randomSecret } from '#lib/server/digest.ts';
import { keyOf, randomKeyText } from '#lib/server/secret-key.ts';
import { describe, expect, it } from 'vitest';

const key = keyOf(randomKeyText());
const other = keyOf(randomKeyText());

const FORMS = [
	// Strict readers refuse another version (RFC 9562 section 5.4).
	['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
	['base64url', /^[\w-]{43}$/]
] as const;

describe.each(FORMS)('a token of the form %s', (form, looks) => {
	const many = (authorizationId: number) =>
		Array.from({ length: 200 }, () => tellingToken(key, form, authorizationId));

	it.each([1, 2, 255, 65_536, 2 ** 31, MOST_TOLD])('tells the authorization %i', (id) => {
		for (const token of many(id)) {
			expect(token).toMatch(looks);
			expect(toldAuthorization(key, token)).toBe(id);
		}
	});

	it('begins with another text each time, and by another key tells another number', () => {
		const tokens = many(7);
		expect(new Set(tokens.map((token) => token.slice(0, 5))).size).toBeGreaterThan(190);
		const told = tokens.map((token) => toldAuthorization(other, token));
		expect(new Set(told).size).toBeGreaterThan(190);
		expect(told).not.toContain(7);
	});
});

describe('what is no token of ours', () => {
	it.each(['', 'nonsense', 'not-a-uuid-but-of-36-characters-long', '5', `${randomSecret()}=`])(
		'tells nothing: %j',
		(text) => {
			expect(toldAuthorization(key, text)).toBeNull();
		}
	);

	it('tells any number where it looks like one', () => {
		expect(toldAuthorization(key, '9f1c2a4e-3b5d-4c7e-8a9b-0c1d2e3f4a5b')).toBeGreaterThanOrEqual(
			0
		);
	});
});
