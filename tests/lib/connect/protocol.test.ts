import { PROTOCOLS, rulesOf, type Protocol } from '#lib/connect/protocol.ts';
import { wordExchange, wordRefresh } from '#lib/server/programs/oauth/words.ts';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('docs/protocol.md has a row for every difference, and no other', () => {
	const rows = [...readFileSync('docs/protocol.md', 'utf8').matchAll(/^\| `(\w+)` /gm)];
	expect(rows.map(([, rule]) => rule)).toEqual(Object.keys(rulesOf('platform')));
});

it('the platform and the RFCs differ in every rule', () => {
	const [platform, strict] = PROTOCOLS.map(rulesOf);
	const same = Object.entries(platform ?? {}).filter(
		([rule, value]) => JSON.stringify(value) === JSON.stringify(Reflect.get(strict ?? {}, rule))
	);
	expect(same).toEqual([]);
});

const wordings = (protocol: Protocol, code: string | null, token: string | null) => {
	const rules = rulesOf(protocol);
	return [
		wordExchange('code', rules, { code, redirectUri: undefined }),
		wordRefresh({ kind: 'token' }, rules, token)
	].map(({ error, description }) => ({ error, description }));
};

it.each([
	['platform', 'invalid_request', 'Invalid code: c.', 'Invalid refresh_token: t.'],
	[
		'strict',
		'invalid_grant',
		'The code is unknown, was used before or is out of time.',
		'The refresh token is unknown, was used before or is out of time.'
	]
] as const)('%s refuses what was spent as %s', (protocol, error, ofCode, ofToken) => {
	expect(wordings(protocol, 'c', 't')).toEqual([
		{ error, description: ofCode },
		{ error, description: ofToken }
	]);
});

it('platform repeats nothing that shall not be repeated', () => {
	expect(wordings('platform', null, null)).toMatchObject([
		{ description: 'Invalid code.' },
		{ description: 'Invalid refresh_token.' }
	]);
});

it('strict refuses without repeating what was sent', () => {
	expect(JSON.stringify(wordings('strict', 'c0de', 't0ken'))).not.toMatch(/c0de|t0ken/);
});
