import { PROTOCOLS, rulesOf } from '#lib/connect/protocol.ts';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('docs/protocol.md has a row for every difference, and no other', () => {
	const rows = [...readFileSync('docs/protocol.md', 'utf8').matchAll(/^\| `(\w+)` /gm)];
	expect(rows.map(([, rule]) => rule)).toEqual(Object.keys(rulesOf('platform')));
});

it('the platform and the RFCs differ in every rule', () => {
	const [platform, strict] = PROTOCOLS.map((protocol) => {
		const rules = rulesOf(protocol);
		return {
			...rules,
			invalidCode: rules.invalidCode('x'),
			invalidRefreshToken: rules.invalidRefreshToken('x')
		};
	});
	const same = Object.entries(platform ?? {}).filter(
		([rule, value]) => JSON.stringify(value) === JSON.stringify(Reflect.get(strict ?? {}, rule))
	);
	expect(same).toEqual([]);
});

it.each([
	['platform', 'invalid_request', 'Invalid code: c.', 'Invalid refresh_token: t.'],
	[
		'strict',
		'invalid_grant',
		'The code is unknown, was used before or is out of time.',
		'The refresh token is unknown, was used before or is out of time.'
	]
] as const)('%s refuses what was spent as %s', (protocol, error, ofCode, ofToken) => {
	const { invalidCode, invalidRefreshToken } = rulesOf(protocol);
	expect(invalidCode('c')).toEqual({ error, description: ofCode });
	expect(invalidRefreshToken('t')).toEqual({ error, description: ofToken });
});

it('platform repeats nothing that shall not be repeated', () => {
	const { invalidCode, invalidRefreshToken } = rulesOf('platform');
	expect(invalidCode(null).description).toBe('Invalid code.');
	expect(invalidRefreshToken(null).description).toBe('Invalid refresh_token.');
});

it('strict refuses without repeating what was sent', () => {
	const { invalidCode, invalidRefreshToken } = rulesOf('strict');
	const said = JSON.stringify([invalidCode('c0de'), invalidRefreshToken('t0ken')]);
	expect(said).not.toMatch(/c0de|t0ken/);
});
