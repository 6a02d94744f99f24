import { UNPRINTABLE } from '#lib/access/characters.ts';
import { buildConnectUrl } from '#lib/access/connect-url/build.ts';
import { writeSnippets } from '#lib/access/connect-url/snippets/snippets.ts';
import { describe, expect, test } from 'vitest';
import {
	clientId,
	LIVE,
	PARAMETER_SETS,
	redirectUri,
	SANDBOX,
	scope,
	snippet
} from './parameter-sets.ts';

const all = (link: string, target = LIVE) =>
	writeSnippets(link, { target, defaultRedirectUri: redirectUri });

describe('the Node snippet', () => {
	test('uses the options of the SDK where there are any', () => {
		const link = buildConnectUrl({ clientId, scope, state: 's', flags: 'country:DE' });
		expect(snippet('node', link).code).toMatchInlineSnapshot(`
			"import smartcar from 'smartcar';

			const client = new smartcar.AuthClient({
			  clientId: process.env.SMARTCAR_CLIENT_ID,
			  clientSecret: process.env.SMARTCAR_CLIENT_SECRET,
			  redirectUri: 'https://example.com/callback?a=1&b=2',
			  mode: 'live'
			});

			const link = client.getAuthUrl(['required:read_odometer', 'read_battery'], {
			  state: 's',
			  flags: { country: 'DE' }
			});

			const code = process.argv[2];
			if (code === undefined) {
			  console.log(link);
			} else {
			  const { accessToken } = await client.exchangeCode(code);
			  const user = await smartcar.getUser(accessToken);
			  const { vehicles } = await smartcar.getVehicles(accessToken);
			  console.log('user', user.id);
			  for (const id of vehicles) {
			    const vehicle = new smartcar.Vehicle(id, accessToken);
			    const { permissions } = await vehicle.permissions();
			    console.log('vehicle', id, permissions.join(' '));
			  }
			}"
		`);
	});

	test('writes by hand what the SDK has no option for', () => {
		const link = buildConnectUrl({ clientId, externalId: 'u-1', idParameter: 'application_id' });
		const [made] = snippet('node', link).code.split('\n\nconst code');
		expect(made).toMatchInlineSnapshot(`
			"import smartcar from 'smartcar';

			const client = new smartcar.AuthClient({
			  clientId: process.env.SMARTCAR_CLIENT_ID,
			  clientSecret: process.env.SMARTCAR_CLIENT_SECRET,
			  redirectUri: 'https://example.com/callback?a=1&b=2',
			  mode: 'live'
			});

			const url = new URL(client.getAuthUrl());
			// The SDK has no option for the following.
			url.searchParams.delete('client_id');
			url.searchParams.set('application_id', process.env.SMARTCAR_CLIENT_ID);
			url.searchParams.set('external_id', 'u-1');
			const link = url.href;"
		`);
	});

	test.each([
		// With brackets and quotes 60 characters, and one more.
		['read_battery read_charge read_odometer read_vin', 1],
		['read_battery read_charge read_odometer read_fuel', 6]
	])('writes %s in %d line(s)', (names, lines) => {
		const { code } = snippet('node', buildConnectUrl({ clientId, scope: names }));
		const list = /\[[^\]]*'read_battery'[^\]]*\]/.exec(code)?.[0] ?? '';
		expect(list.split('\n')).toHaveLength(lines);
		expect(list.match(/'\w+'/g)?.map((name) => name.slice(1, -1))).toEqual(names.split(' '));
	});
});

describe('the snippet with the SDK for Python', () => {
	test('uses the options of the SDK and writes the rest by hand', () => {
		const link = buildConnectUrl({
			clientId,
			scope,
			mode: 'simulated',
			singleSelect: 'true',
			flags: 'country:DE',
			externalId: 'u-1'
		});
		expect(snippet('python-sdk', link).code).toMatchInlineSnapshot(`
			"import os, sys
			from urllib.parse import parse_qsl, urlencode, urlsplit

			import smartcar

			client = smartcar.AuthClient(
			    client_id=os.environ['SMARTCAR_CLIENT_ID'],
			    client_secret=os.environ['SMARTCAR_CLIENT_SECRET'],
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
			query['external_id'] = 'u-1'
			link = parts._replace(query=urlencode(query)).geturl()

			if len(sys.argv) < 2:
			    print(link)
			    sys.exit()

			token = client.exchange_code(sys.argv[1]).access_token
			print('user', smartcar.get_user(token).id)
			for vehicle in smartcar.get_vehicles(token).vehicles:
			    print('vehicle', vehicle, *smartcar.Vehicle(vehicle, token).permissions().permissions)"
		`);
	});

	test('takes out a scope that the SDK writes although the link has none', () => {
		const { code } = snippet('python-sdk', buildConnectUrl({ clientId }));
		expect(code).toContain("query.pop('scope', None)");
		expect(code).toContain('from urllib.parse import');
	});
});

describe('every snippet', () => {
	test.each(PARAMETER_SETS)(
		'holds no secret, no tag and nothing invisible: %s',
		(_, parameters) => {
			for (const target of [LIVE, SANDBOX]) {
				for (const { id, code } of all(buildConnectUrl(parameters), target)) {
					expect(code.replaceAll('\n', ''), id).not.toMatch(UNPRINTABLE);
					if (id !== 'curl') expect(code, id).not.toContain('</');
					expect(code, id).not.toContain('YOUR_CLIENT_SECRET');
				}
			}
		}
	);

	test.each(PARAMETER_SETS)(
		'but that for the browser is the same for sandbox and live: %s',
		(_, parameters) => {
			const link = buildConnectUrl(parameters);
			for (const { id, code } of all(link, SANDBOX)) {
				if (id !== 'browser') expect(code, id).toBe(snippet(id, link).code);
			}
		}
	);

	test('carries the redirect URI of the exchange, though the link names none', () => {
		for (const { id, code } of all(buildConnectUrl({ clientId }))) {
			if (id !== 'browser') expect(code, id).toContain(redirectUri);
		}
	});

	test('says where a redirect URI is missing', () => {
		const facts = { target: SANDBOX, defaultRedirectUri: null };
		for (const { id, code } of writeSnippets(buildConnectUrl({ clientId }), facts)) {
			if (id !== 'browser') expect(code, id).toContain('https://YOUR_APP/callback');
		}
	});

	test('says how it is run: for the link, and with the code that came back', () => {
		expect(snippet('node', buildConnectUrl({ clientId })).run).toEqual([
			'npm install smartcar',
			'node --env-file=.env connect.mjs',
			'node --env-file=.env connect.mjs CODE'
		]);
		expect(snippet('curl', buildConnectUrl({ clientId, responseType: 'none' })).run).toEqual([
			'set -a; . ./.env; set +a',
			'sh connect.sh',
			'sh connect.sh token'
		]);
	});

	test('is left out for a link that no SDK can build', () => {
		const link = buildConnectUrl({ path: 'reauthenticate', clientId, vehicleId: 'v' });
		expect(all(link)).toEqual([]);
	});
});
