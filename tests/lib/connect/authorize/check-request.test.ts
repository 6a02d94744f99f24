import { checkRequest } from '#lib/connect/authorize/check-request.ts';
import { readConnectQuery } from '#lib/connect/authorize/read-query.ts';
import { rulesOf, type Protocol } from '#lib/connect/protocol.ts';
import { describe, expect, it } from 'vitest';
import { said } from '../../../support/worded.ts';

const CLIENT_ID = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
const VEHICLE_ID = '36ab27d0-fd9d-4455-823a-ce30af709ffc';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const APPLICATION = {
	clientId: CLIENT_ID,
	clientIdMadeHere: false,
	name: 'Charge Planner',
	mode: 'simulated',
	redirectUris: [{ id: 1, uri: 'https://app.example.com/cb', isDefault: true, isBuiltIn: false }],
	createdAt: 0,
	updatedAt: 0
} as const;

function check(
	search: string,
	protocol: Protocol = 'platform',
	path: 'authorize' | 'reauthenticate' = 'authorize'
) {
	const query = readConnectQuery(path, `?client_id=${CLIENT_ID}&mode=simulated&${search}`);
	return said(checkRequest(query, APPLICATION, rulesOf(protocol)));
}

const invalid = (description: string) => ({ error: 'invalid_request', description });
const CODE = 'response_type=code';

describe.each(['platform', 'strict'] as const)('checkRequest by the %s rules', (protocol) => {
	it.each([
		CODE,
		'response_type=none',
		`response_type=${VEHICLE_ID}`,
		`${CODE}&scope=required:read_battery+read_vin`,
		`${CODE}&scope=`,
		`${CODE}&scope=read_vin+read_vin`,
		`${CODE}&utm_source=mail&unknown=1`,
		`${CODE}&make=NO_SUCH_BRAND`,
		`${CODE}&flags=country:DE+color:00819D`,
		`${CODE}&approval_prompt=force&user=u&external_id=null`,
		`${CODE}&single_select=true&single_select_vin=5YJSA1E14FF101307`,
		`${CODE}&single_select=true&single_select_vin=0SCAUDI037A5ADB1C`,
		`${CODE}&state=${'s'.repeat(2048)}`,
		`${CODE}&code_challenge=${CHALLENGE}&code_challenge_method=S256`,
		`${CODE}&code_challenge=&code_challenge_method=`,
		`${CODE}&request=&request_uri=&registration=`
	])('takes %s', (search) => {
		expect(check(search, protocol)).toBeNull();
	});

	const TYPES = 'Send response_type=code, or none for machine credentials.';
	it.each(['token', 'code token', 'id_token', 'CODE', 'vehicle_id', 'null', VEHICLE_ID.slice(1)])(
		'refuses the response type %s',
		(responseType) => {
			expect(check(`response_type=${responseType}`, protocol)).toEqual({
				error: 'unsupported_response_type',
				description: TYPES
			});
		}
	);

	it.each([
		['response_type=vehicle_id', null],
		['response_type=none', null],
		['response_type=code', 'Send response_type=vehicle_id to let an owner sign in again.'],
		[`response_type=${VEHICLE_ID}`, 'Send response_type=vehicle_id to let an owner sign in again.']
	])('where an owner signs in again, %s gets %j', (search, description) => {
		const answer = check(`${search}&vehicle_id=${VEHICLE_ID}`, protocol, 'reauthenticate');
		expect(answer).toEqual(
			description === null ? null : { error: 'unsupported_response_type', description }
		);
	});

	it.each([
		['request', 'request_not_supported'],
		['request_uri', 'request_uri_not_supported'],
		['registration', 'registration_not_supported']
	])('fetches nothing: %s is refused', (name, error) => {
		expect(check(`${CODE}&${name}=https://evil.example/jwt`, protocol)).toEqual({
			error,
			description: `Send the parameters themselves, without ${name}.`
		});
	});

	const METHOD = invalid('Send code_challenge_method=S256; no other is accepted.');
	const FORM = invalid('A code_challenge is 43 characters of base64url without "=".');
	it.each([
		[`code_challenge=${CHALLENGE}`, METHOD],
		[`code_challenge=${CHALLENGE}&code_challenge_method=plain`, METHOD],
		[`code_challenge=${CHALLENGE}&code_challenge_method=s256`, METHOD],
		[
			'code_challenge_method=S256',
			invalid('code_challenge_method needs a code_challenge beside it.')
		],
		[`code_challenge=${CHALLENGE.slice(1)}&code_challenge_method=S256`, FORM],
		[`code_challenge=${CHALLENGE}a&code_challenge_method=S256`, FORM],
		[`code_challenge=${CHALLENGE.slice(1)}%3D&code_challenge_method=S256`, FORM],
		[`code_challenge=${CHALLENGE.slice(1)}%2B&code_challenge_method=S256`, FORM],
		[`code_challenge=${CHALLENGE.slice(1)}.&code_challenge_method=S256`, FORM]
	])('refuses %s', (search, answer) => {
		expect(check(`${CODE}&${search}`, protocol)).toEqual(answer);
	});

	it.each([
		['state=a&state=b', 'state stands more than once.'],
		['scope=read_vin&scope=read_fuel', 'scope stands more than once.'],
		[
			`code_challenge=${CHALLENGE}&code_challenge=${CHALLENGE}&code_challenge_method=S256`,
			'code_challenge stands more than once.'
		],
		[
			`code_challenge=${CHALLENGE}&code_challenge_method=S256&code_challenge_method=plain`,
			'code_challenge_method stands more than once.'
		]
	])('refuses %s', (search, description) => {
		expect(check(`${CODE}&${search}`, protocol)).toEqual(invalid(description));
	});

	it.each([
		[
			`state=${'s'.repeat(2049)}`,
			'state: It has 2049 characters; write at most 2048 and keep the rest in your app.'
		],
		[
			'approval_prompt=always',
			'approval_prompt: “always” is not accepted; write “auto” or “force”.'
		],
		['single_select=yes', 'single_select: “yes” is not accepted; write “true” or “false”.'],
		['flags=country:UK', 'flags: “UK” is no country code; write country:GB.'],
		['user=%E2%80%AEx', 'user: It holds the invisible character U+202E; remove it.'],
		[
			'state=%zz',
			'state: A “%” in it is not followed by two hexadecimal digits of UTF-8; write “%” itself as %25.'
		]
	])('refuses %s by the name of the parameter', (search, description) => {
		expect(check(`${CODE}&${search}`, protocol)).toEqual(invalid(description));
	});

	it.each([
		['single_select_vin=5YJSA1E14FF101307', 'It needs single_select=true beside it; add that.'],
		[
			'single_select=true&single_select_vin=5YJ',
			'A VIN has 17 characters, this one has 3; write all of them without spaces.'
		]
	])('calls %s a wrong use of Connect', (search, message) => {
		expect(check(`${CODE}&${search}`, protocol)).toEqual({
			error: 'configuration_error',
			description: 'Connect was used in a way that it does not allow.',
			extra: { status_code: '400', error_message: message }
		});
	});

	it('has the platform’s words for a test VIN in live mode', () => {
		const search = `?client_id=${CLIENT_ID}&${CODE}&single_select=true&single_select_vin=0SCAUDI037A5ADB1C`;
		const query = readConnectQuery('authorize', search);
		expect(said(checkRequest(query, APPLICATION, rulesOf(protocol)))).toMatchObject({
			error: 'configuration_error',
			extra: {
				error_message:
					'You have entered a test mode VIN. Please enter a VIN that belongs to a real vehicle.'
			}
		});
	});

	it.each([
		[
			'required:',
			'“required:” stands alone; write a permission right behind it, e.g. “required:read_odometer”.'
		],
		[
			'required:required:read_vin',
			'“required:required:read_vin” repeats the prefix; write “required:” once.'
		]
	])('refuses the scope %s, whose form is wrong', (scope, description) => {
		expect(check(`${CODE}&scope=${scope}`, protocol)).toEqual({
			error: 'invalid_scope',
			description
		});
	});

	it('checks repeats, response type, carrier, PKCE, scope and the rest in this order', () => {
		const faults = [
			['state=a&state=b', 'state stands more than once.'],
			['response_type=token', TYPES],
			['request=x', 'Send the parameters themselves, without request.'],
			['code_challenge=x&code_challenge_method=plain', METHOD.description],
			['scope=required:', '“required:” stands alone'],
			['approval_prompt=always', 'approval_prompt: ']
		] as const;
		for (const [index, [, description]] of faults.entries()) {
			const rest = faults.slice(index).map(([search]) => search);
			const type = index <= 1 ? [] : [CODE];
			expect(check([...type, ...rest].join('&'), protocol)).toMatchObject({
				description: expect.stringContaining(description)
			});
		}
	});
});

describe('checkRequest, where the rules differ', () => {
	it.each([
		['single_select=true&single_select=true', 'single_select'],
		['utm=1&utm=1', 'utm'],
		['state=a&state=a', 'state']
	])('takes %s by the platform’s rules alone', (search, name) => {
		expect(check(`${CODE}&${search}`)).toBeNull();
		expect(check(`${CODE}&${search}`, 'strict')).toEqual(invalid(`${name} stands more than once.`));
	});

	it.each([
		['authorize', 'code'],
		['reauthenticate', 'vehicle_id']
	] as const)('ends a missing response type of %s on a page, or redirects', (path, usual) => {
		const vehicle = `vehicle_id=${VEHICLE_ID}`;
		expect(check(vehicle, 'platform', path)).toEqual({
			message: '400: Missing required parameter: "response_type"',
			advice: `Add response_type=${usual} to the link.`
		});
		expect(check(vehicle, 'strict', path)).toEqual(invalid('response_type is missing.'));
	});

	it('ends unknown permissions on a page, or redirects', () => {
		const search = `${CODE}&scope=required:read_batery fly_away read_vin`;
		const advice =
			'“required:read_batery” is not a permission; did you mean “read_battery”? “fly_away” is not a permission; look its name up in the list of permissions.';
		expect(check(search)).toEqual({
			message: '400: Application not authorized to request permission(s): read_batery, fly_away',
			advice
		});
		expect(check(search, 'strict')).toEqual({ error: 'invalid_scope', description: advice });
	});

	it.each([
		['control_security:unlock', 'control_security:unlock'],
		['required:control_security:lock', 'control_security:lock'],
		['optional:read_vin', 'optional:read_vin'],
		['read_vin,read_fuel', 'read_vin,read_fuel'],
		// Encoded more than once: what one decoding leaves is a single name.
		['read_vehicle_info%2520read_odometer', 'read_vehicle_info%20read_odometer'],
		['required%253Aread_odometer', 'required%3Aread_odometer'],
		['read_vin%2Bread_fuel', 'read_vin+read_fuel']
	])('takes %s for the name of no permission, as the platform does', (scope, name) => {
		expect(check(`${CODE}&scope=${scope}`)).toMatchObject({
			message: `400: Application not authorized to request permission(s): ${name}`
		});
		expect(check(`${CODE}&scope=${scope}`, 'strict')).toMatchObject({ error: 'invalid_scope' });
	});

	it('redirects once another fault stands beside an unknown permission', () => {
		expect(check(`${CODE}&scope=read_wings required:`)).toMatchObject({ error: 'invalid_scope' });
	});
});
