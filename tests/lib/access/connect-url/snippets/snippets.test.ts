import { buildConnectUrl } from '#lib/access/connect-url/build.ts';
import { writeSnippets } from '#lib/access/connect-url/snippets/snippets.ts';
import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { clientId, NASTY, PARAMETER_SETS, redirectUri, scope, snippet } from './parameter-sets.ts';

/** Parameters that mean the same as leaving them out. */
const DEFAULTS = ['approval_prompt=auto', 'mode=live'];

function meaning(link: string): readonly string[] {
	const { origin, pathname, searchParams } = new URL(link);
	const pairs = [...searchParams].map((pair) => pair.join('='));
	return [origin + pathname, ...pairs.filter((pair) => !DEFAULTS.includes(pair)).sort()];
}

/** Runs a program of its own and gives what it prints. */
async function run(program: string, args: readonly string[], input: string): Promise<string> {
	const child = spawn(program, args, { env: { PATH: process.env.PATH }, stdio: 'pipe' });
	const output: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
	child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
	child.stdin.end(input);
	const status = await new Promise((resolve) => child.on('close', resolve));
	if (status !== 0) throw new Error(output.stderr);
	return output.stdout;
}

describe('the Node snippet, run with the SDK itself,', () => {
	test.concurrent.each(PARAMETER_SETS)('yields the same link: %s', async (_, parameters) => {
		const link = buildConnectUrl(parameters);
		const printed = await run(
			process.execPath,
			['--input-type=module'],
			`${snippet('node', link)}\nprocess.stdout.write(link);`
		);
		expect(meaning(printed)).toEqual(meaning(link));
	});

	test('uses the options of the SDK where there are any', () => {
		const link = buildConnectUrl({ clientId, scope, state: 's', flags: 'country:DE' });
		expect(snippet('node', link)).toMatchInlineSnapshot(`
			"import smartcar from 'smartcar';

			const client = new smartcar.AuthClient({
			  clientId: '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07',
			  clientSecret: 'YOUR_CLIENT_SECRET',
			  mode: 'live'
			});

			const link = client.getAuthUrl(['required:read_odometer', 'read_battery'], {
			  state: 's',
			  flags: { country: 'DE' }
			});"
		`);
	});

	test('writes by hand what the SDK has no option for', () => {
		const link = buildConnectUrl({ clientId, externalId: 'u-1', idParameter: 'application_id' });
		expect(snippet('node', link)).toMatchInlineSnapshot(`
			"import smartcar from 'smartcar';

			const client = new smartcar.AuthClient({
			  clientId: '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07',
			  clientSecret: 'YOUR_CLIENT_SECRET',
			  mode: 'live'
			});

			const url = new URL(client.getAuthUrl());
			// The SDK has no option for the following.
			url.searchParams.delete('client_id');
			url.searchParams.set('application_id', '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07');
			url.searchParams.set('external_id', 'u-1');
			const link = url.href;"
		`);
	});
});

describe('the Python snippet', () => {
	test('uses the options of the SDK and writes the rest by hand', () => {
		const link = buildConnectUrl({
			clientId,
			scope,
			mode: 'simulated',
			singleSelect: 'true',
			flags: 'country:DE',
			externalId: 'u-1'
		});
		expect(snippet('python', link)).toMatchInlineSnapshot(`
			"from urllib.parse import parse_qsl, urlencode, urlsplit

			import smartcar

			client = smartcar.AuthClient(
			    client_id='8229df9f-91a0-4ff0-a1ae-a1f38ee24d07',
			    client_secret='YOUR_CLIENT_SECRET',
			    redirect_uri='https://example.com/callback?a=1&b=2',
			    mode='simulated',
			)
			link = client.get_auth_url(
			    ['required:read_odometer', 'read_battery'],
			    {
			        'single_select': {'enabled': True},
			        'flags': {'country': 'DE'},
			    },
			)

			# The SDK has no option for the following.
			parts = urlsplit(link)
			query = dict(parse_qsl(parts.query))
			query.pop('redirect_uri', None)
			query['external_id'] = 'u-1'
			link = parts._replace(query=urlencode(query)).geturl()"
		`);
	});
});

describe('the curl snippet', () => {
	test('exchanges the code at the redirect URI of the link', () => {
		const link = buildConnectUrl({ clientId, redirectUri: "https://example.com/it's" });
		expect(snippet('curl', link)).toMatchInlineSnapshot(`
			"# The owner came back to your redirect URI with ?code=…, good for ten minutes.
			curl https://auth.smartcar.com/oauth/token \\
			  --user '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07:YOUR_CLIENT_SECRET' \\
			  --data 'grant_type=authorization_code' \\
			  --data 'code=THE_CODE' \\
			  --data-urlencode 'redirect_uri=https://example.com/it'\\''s'"
		`);
	});

	test('falls back to the default redirect URI, which the platform expects', () => {
		expect(snippet('curl', buildConnectUrl({ clientId }))).toContain(`redirect_uri=${redirectUri}`);
	});

	test('asks for a machine token where no code comes back', () => {
		const link = buildConnectUrl({ clientId, responseType: 'none' });
		expect(snippet('curl', link)).toContain('grant_type=client_credentials');
	});

	test('a shell reads every value back unchanged', async () => {
		const value = NASTY.replaceAll(/[\uD800-\uDFFF]/g, '');
		const code = snippet('curl', buildConnectUrl({ clientId: value, redirectUri: value }));
		const script = `curl() { printf '%s\\0' "$@"; }\n${code}`;
		const words = (await run('bash', ['-s'], script)).split('\0');
		expect(words).toContain(`redirect_uri=${value}`);
		expect(words).toContain(`${value}:YOUR_CLIENT_SECRET`);
	});
});

describe('every snippet', () => {
	const all = (link: string) => writeSnippets(link, redirectUri);

	test.each(PARAMETER_SETS)(
		'holds no secret, no tag and nothing invisible: %s',
		(_, parameters) => {
			for (const { id, code } of all(buildConnectUrl(parameters))) {
				expect(code.replaceAll('\n', ''), id).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
				if (id !== 'curl') expect(code, id).not.toContain('</');
				expect(code, id).toMatch(id === 'browser' ? /applicationId/ : /YOUR_/);
			}
		}
	);

	test('is left out for a link that no SDK can build', () => {
		const link = buildConnectUrl({ path: 'reauthenticate', clientId, vehicleId: 'v' });
		expect(all(link)).toEqual([]);
	});

	test('says where a redirect URI is missing', () => {
		const snippets = writeSnippets(buildConnectUrl({ clientId }), null);
		expect(snippets.find(({ id }) => id === 'curl')?.code).toContain('https://YOUR_APP/callback');
	});
});
