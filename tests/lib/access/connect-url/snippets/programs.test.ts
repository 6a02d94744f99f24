import { buildConnectUrl } from '#lib/access/connect-url/build.ts';
import { describe, expect, test } from 'vitest';
import { clientId, NASTY, PARAMETER_SETS, redirectUri, SANDBOX, scope } from './parameter-sets.ts';
import { hasProgramFor, meaning, runSnippet, wantedLink, type Runnable } from './run-snippet.ts';

/** On a machine without Python, say, its snippet has nothing to run it. */
const PROGRAMS = (['node', 'python', 'curl'] as const).filter(hasProgramFor);
/** Half of a surrogate pair stands in no URL and in no argument of a program. */
const text = NASTY.replaceAll(/\p{Cs}/gu, '');

describe.each(PROGRAMS)('the %s snippet, run as it stands,', (id) => {
	test.concurrent.each(PARAMETER_SETS)('prints the same link: %s', async (_, parameters) => {
		const printed = await runSnippet(id, buildConnectUrl(parameters));
		expect(meaning(printed)).toEqual(meaning(wantedLink(parameters)));
	});

	test('prints the link of the sandbox in the environment of the sandbox', async () => {
		const parameters = { clientId, scope, state: 's' };
		const printed = await runSnippet(id, buildConnectUrl(parameters), { target: SANDBOX });
		expect(meaning(printed)).toEqual(meaning(wantedLink(parameters, 'http://127.0.0.1:3000')));
	});
});

/** What each program is told instead of the network: it prints the requests and answers them. */
const ANSWERS: Readonly<Record<Runnable, string>> = {
	node: `
		globalThis.fetch = async (...words) => {
			const request = new Request(...words);
			console.log('>', request.url, request.headers.get('authorization'), await request.text());
			const { pathname } = new URL(request.url);
			const answer = pathname.endsWith('/token')
				? { access_token: 'ACCESS', refresh_token: 'REFRESH', expires_in: 7200 }
				: pathname.includes('/permissions')
					? { permissions: ['read_odometer'] }
					: { id: 'U', vehicles: ['V'] };
			return Response.json(answer);
		};`,
	python: `
import io, json, urllib.request
def answered(request):
    url, sent = request.full_url, (request.data or b'').decode()
    print('>', url, request.get_header('Authorization'), sent)
    if url.endswith('/token'): answer = {'access_token': 'ACCESS'}
    elif url.endswith('/permissions'): answer = {'permissions': ['read_odometer']}
    else: answer = {'id': 'U', 'vehicles': ['V']}
    return io.BytesIO(json.dumps(answer).encode())
urllib.request.urlopen = answered`,
	curl: `
		exec 3>&1
		curl() {
			printf '> %s\\n' "$*" >&3
			case "$*" in
				*/token*) printf '{"access_token":"ACCESS","refresh_token":"REFRESH"}' ;;
				*/permissions*) printf '{"permissions":["read_odometer"]}' ;;
				*) printf '{"id":"U","vehicles":["V"]}' ;;
			esac
		}`
};

test.each(PROGRAMS)(
	'for the live platform the %s snippet asks its hosts, with the redirect URI, and prints no token',
	async (id) => {
		const link = buildConnectUrl({ clientId, scope });
		const printed = await runSnippet(id, link, { before: ANSWERS[id], code: 'C' });
		const lines = printed.split('\n');
		const requests = lines.filter((line) => line.startsWith('> ')).map(decodeURIComponent);
		const said = lines.filter((line) => !line.startsWith('> ')).join('\n');
		expect(requests.map((line) => /https:\/\/[\w.]+[\w./]*\w/.exec(line)?.[0])).toEqual([
			'https://auth.smartcar.com/oauth/token',
			'https://api.smartcar.com/v2.0/user',
			'https://api.smartcar.com/v2.0/vehicles',
			'https://api.smartcar.com/v2.0/vehicles/V/permissions'
		]);
		expect(requests[0]).toContain(`redirect_uri=${redirectUri}`);
		expect(requests[0]).toContain('code=C');
		for (const request of requests.slice(1)) expect(request).toContain('ACCESS');
		expect(said).toContain('U');
		expect(said).toContain('read_odometer');
		expect(said).not.toMatch(/ACCESS|REFRESH|YOUR_CLIENT_SECRET/);
	}
);

test('curl is handed every value unchanged', async () => {
	const link = buildConnectUrl({ clientId, redirectUri: text });
	const words = await runSnippet('curl', link, {
		before: `curl() { for word in "$@"; do printf '%s\\n' "$word" >&2; done; return 1; }`,
		code: "it's $(id)"
	}).catch(String);
	expect(words).toContain(`redirect_uri=${text}`);
	expect(words).toContain("code=it's $(id)");
	expect(words).toContain(`${clientId}:YOUR_CLIENT_SECRET`);
});

test('where no code comes back, curl asks for a machine token and does not print it', async () => {
	const link = buildConnectUrl({ clientId, responseType: 'none' });
	const printed = await runSnippet('curl', link, {
		before: `curl() { printf '%s\\n' "$*"; }`,
		code: 'token'
	});
	expect(printed).toContain('https://iam.smartcar.com/oauth2/token');
	expect(printed).toContain('--output /dev/null');
	expect(printed).toContain('grant_type=client_credentials');
});
