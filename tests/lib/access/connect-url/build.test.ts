import { buildConnectUrl } from '#lib/access/connect-url/build.ts';
import { parseConnectUrl } from '#lib/access/connect-url/parse.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyParameters } from './arbitrary.ts';

const clientId = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

describe('buildConnectUrl', () => {
	it('writes the platform’s example byte for byte, with spaces as %20', () => {
		const url = buildConnectUrl({
			state: '0facda3319',
			redirectUri: 'https://example.com/home',
			scope: 'read_odometer read_vehicle_info read_location',
			clientId,
			responseType: 'code'
		});
		expect(url).toBe(
			'https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=8229df9f-91a0-4ff0-a1ae-a1f38ee24d07&scope=read_odometer%20read_vehicle_info%20read_location&redirect_uri=https://example.com/home&state=0facda3319'
		);
	});

	it('writes every parameter in one order', () => {
		const url = buildConnectUrl({
			externalId: 'x',
			user: 'u',
			flags: 'country:DE color:00819D',
			singleSelectVin: '5YJSA1E14FF101307',
			singleSelect: 'true',
			make: 'TESLA',
			mode: 'simulated',
			approvalPrompt: 'force',
			state: 's',
			redirectUri: 'https://example.com/home',
			scope: 'required:read_odometer',
			clientId,
			idParameter: 'application_id',
			responseType: 'none'
		});
		expect(url.slice(url.indexOf('?') + 1).split('&')).toEqual([
			'response_type=none',
			`application_id=${clientId}`,
			'scope=required:read_odometer',
			'redirect_uri=https://example.com/home',
			'state=s',
			'approval_prompt=force',
			'mode=simulated',
			'make=TESLA',
			'single_select=true',
			'single_select_vin=5YJSA1E14FF101307',
			'flags=country:DE%20color:00819D',
			'user=u',
			'external_id=x'
		]);
	});

	it('leaves out defaults and empty values, but never the response type', () => {
		const url = buildConnectUrl({
			clientId,
			approvalPrompt: 'auto',
			mode: 'live',
			singleSelect: 'false',
			scope: '',
			state: ''
		});
		expect(url).toBe(
			`https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=${clientId}`
		);
	});

	it('writes a new sign-in for a connected vehicle', () => {
		const vehicleId = '36ab27d0-fd9d-4455-823a-ce30af709ffc';
		expect(buildConnectUrl({ path: 'reauthenticate', clientId, vehicleId })).toBe(
			`https://connect.smartcar.com/oauth/reauthenticate?response_type=vehicle_id&client_id=${clientId}&vehicle_id=${vehicleId}`
		);
	});

	it.each(['http://127.0.0.1:3000', 'http://127.0.0.1:3000/'])(
		'leads to the origin %s',
		(origin) => {
			expect(buildConnectUrl({ clientId }, { origin })).toBe(
				`http://127.0.0.1:3000/oauth/authorize?response_type=code&client_id=${clientId}`
			);
		}
	);

	it.each([
		['a+b', 'a%2Bb'],
		['a&b=c#d', 'a%26b%3Dc%23d'],
		['100%', '100%25'],
		["it's (so)!*", 'it%27s%20%28so%29%21%2A'],
		['é日', '%C3%A9%E6%97%A5'],
		['\u0000', '%00'],
		['a\uD800b', 'a%EF%BF%BDb']
	])('encodes %j', (state, written) => {
		expect(buildConnectUrl({ clientId, state })).toMatch(new RegExp(`&state=${written}$`));
	});

	it('is read back as the same parameters, whatever they hold', () => {
		fc.assert(
			fc.property(anyParameters, (parameters) => {
				const parsed = parseConnectUrl(buildConnectUrl(parameters));
				expect(parsed.parameters).toEqual(parameters);
				expect(parsed).toMatchObject({ origin: 'https://connect.smartcar.com', unknown: [] });
			})
		);
	});

	it('is read by the platform of the web as by us', () => {
		fc.assert(
			fc.property(anyParameters, (parameters) => {
				const { searchParams } = new URL(buildConnectUrl(parameters));
				expect(searchParams.get('state') ?? undefined).toBe(parameters.state);
				expect(searchParams.get('scope') ?? undefined).toBe(parameters.scope);
				expect(searchParams.get('redirect_uri') ?? undefined).toBe(parameters.redirectUri);
			})
		);
	});
});
