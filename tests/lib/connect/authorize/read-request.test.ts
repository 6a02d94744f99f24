import { readConnectQuery } from '#lib/connect/authorize/read-query.ts';
import {
	readAccessRequest,
	readSignInRequest,
	vehicleToSignInFor
} from '#lib/connect/authorize/read-request.ts';
import { describe, expect, it } from 'vitest';
import { said } from '../../../support/worded.ts';

const read = (search: string, path: 'authorize' | 'reauthenticate' = 'authorize') =>
	readConnectQuery(path, `?${search}`);
const ACCESS = { asked: [{ name: 'read_vin', required: true }], version: 2 } as const;
const BARE = {
	...ACCESS,
	user: null,
	externalId: null,
	appOrigin: null,
	country: null,
	codeChallenge: null,
	responseType: 'code',
	approvalPrompt: 'auto',
	mode: 'live',
	make: null,
	singleSelect: false,
	singleSelectVin: null,
	vehicleId: null,
	refuse: []
};

describe('vehicleToSignInFor', () => {
	it.each([
		['response_type=code', 'authorize', null],
		['response_type=none', 'authorize', null],
		['', 'authorize', null],
		['response_type=code&vehicle_id=v', 'authorize', null],
		['response_type=v', 'authorize', 'v'],
		['response_type=vehicle_id&vehicle_id=v', 'reauthenticate', 'v'],
		['response_type=none&vehicle_id=v', 'reauthenticate', 'v'],
		['response_type=vehicle_id', 'reauthenticate', '']
	] as const)('of “%s” at %s is %j', (search, path, expected) => {
		expect(vehicleToSignInFor(read(search, path).parameters)).toBe(expected);
	});
});

describe('readAccessRequest', () => {
	it.each([
		['response_type=code', {}],
		['response_type=none', { responseType: 'none' }],
		['approval_prompt=force', { approvalPrompt: 'force' }],
		['approval_prompt=auto', {}],
		['mode=simulated', { mode: 'simulated' }],
		['mode=test', { mode: 'simulated' }],
		['mode=live', {}],
		['make=NO_SUCH_BRAND', { make: 'NO_SUCH_BRAND' }],
		['single_select=true', { singleSelect: true }],
		['single_select=false', {}],
		['single_select_vin=5yjsa1e14ff101307', { singleSelectVin: '5YJSA1E14FF101307' }],
		['flags=country:DE', { country: 'DE' }],
		['flags=xyz:1', {}],
		['user=u-1', { user: 'u-1' }],
		['external_id=null', { externalId: 'null' }],
		['code_challenge=abc', { codeChallenge: 'abc' }],
		['valetkey_refuse=read_vin%20nonsense', { refuse: ['read_vin'] }],
		['vehicle_id=v', {}]
	])('keeps of “%s” %j', (search, kept) => {
		expect(readAccessRequest(read(search), ACCESS)).toEqual({ ...BARE, ...kept });
	});
});

describe('readSignInRequest', () => {
	const query = read(
		'response_type=v&make=AUDI&mode=live&external_id=c-1&flags=country:DE&approval_prompt=force&valetkey_refuse=read_vin'
	);

	it('is about the connected vehicle, whatever else the link says', () => {
		const vehicle = { vehicleId: 'v', make: 'TESLA', mode: 'simulated' } as const;
		expect(readSignInRequest(query, vehicle)).toEqual({
			...BARE,
			asked: [],
			version: null,
			responseType: 'vehicle_id',
			externalId: 'c-1',
			country: 'DE',
			mode: 'simulated',
			make: 'TESLA',
			vehicleId: 'v'
		});
	});

	it('is refused for every vehicle that is not connected', () => {
		expect(said(readSignInRequest(query, null))).toEqual({
			error: 'invalid_request',
			description: 'vehicle_id: The application is connected to no vehicle with this id.'
		});
	});
});
