import { masked } from '#lib/access/masked.ts';
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { curlOf } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/requests/opened/curl.ts';

const ORIGIN = 'http://127.0.0.1:3000';
const TOKEN = '9c1d4e02-77aa-4b0e-9a51-6f0e2c1db7a1';
const sent = { method: 'GET', path: '/v3/connections', headers: [], body: null };

describe('a request as a command', () => {
	it('asks for the same, without what curl writes by itself', () => {
		const headers = [
			['host', '127.0.0.1:3000'],
			['content-length', '2'],
			['accept', '*/*']
		] as const;
		expect(curlOf(ORIGIN, { ...sent, headers })).toBe(
			`curl '${ORIGIN}/v3/connections' \\\n  -H 'accept: */*'`
		);
	});

	it('has a variable where a secret was, wherever that stood', () => {
		const form = new URLSearchParams({ code: masked(TOKEN), grant_type: 'authorization_code' });
		const command = curlOf(ORIGIN, {
			...{ method: 'POST', path: `/oauth/token?${new URLSearchParams({ token: masked(TOKEN) })}` },
			headers: [
				['authorization', `Bearer ${masked(TOKEN)}`],
				['x-api-key', masked('short')]
			],
			body: form.toString()
		});
		expect(command).toBe(
			[
				`curl -X POST "${ORIGIN}/oauth/token?token=$TOKEN"`,
				'-H "authorization: Bearer $TOKEN"',
				'-H "x-api-key: $TOKEN"',
				'--data "code=$TOKEN&grant_type=authorization_code"'
			].join(' \\\n  ')
		);
	});

	it.each([
		["it's", '{"a":"it\'s $HOME `x` \\"y\\""}'],
		['a secret', `{"pin":"${masked(TOKEN)}","b":"$HOME \`id\` \\\\"}`]
	])('is read by the shell as it was sent, with %s', (_, body) => {
		const command = curlOf(ORIGIN, { ...sent, method: 'POST', body });
		const shown = execFileSync('sh', ['-c', `curl() { printf '%s' "$5"; }; ${command}`], {
			env: { TOKEN: 'the-token' },
			encoding: 'utf8'
		});
		expect(shown).toBe(body.replace(masked(TOKEN), 'the-token'));
	});
});
