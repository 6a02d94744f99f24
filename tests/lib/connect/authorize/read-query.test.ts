import { readConnectQuery } from '#lib/connect/authorize/read-query.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../support/any-text.ts';

const read = (search: string) => readConnectQuery('authorize', search);

describe('readConnectQuery', () => {
	it('leaves empty values out and keeps the path', () => {
		expect(read('?response_type=code&state=&scope=&user=u').parameters).toEqual({
			path: 'authorize',
			responseType: 'code',
			user: 'u'
		});
		expect(readConnectQuery('reauthenticate', '?vehicle_id=v').parameters).toEqual({
			path: 'reauthenticate',
			vehicleId: 'v'
		});
	});

	it.each([
		['state=eyJpbnN0+y/c==', 'eyJpbnN0+y/c=='],
		['state=a%2Bb%20c+d', 'a+b c d'],
		['state=%C3%A4', 'ä']
	])('reads the state of %s as it was meant', (query, state) => {
		expect(read(`?${query}`).parameters.state).toBe(state);
	});

	it.each([
		['', null],
		['request=', null],
		['request=x&request_uri=y', 'request'],
		['registration=z&request_uri=y', 'request_uri'],
		['registration=z', 'registration']
	])('of the carriers in %j it names %s', (query, carrier) => {
		expect(read(`?${query}`).extra.carrier).toBe(carrier);
	});

	it('reads what only this server knows', () => {
		expect(
			read('?code_challenge=c&code_challenge_method=S256&valetkey_refuse=read_vin').extra
		).toEqual({
			codeChallenge: 'c',
			codeChallengeMethod: 'S256',
			refuse: 'read_vin',
			carrier: null
		});
	});

	it('names once what stands more than once, whatever the values', () => {
		expect(read('?a=1&b=2&a=1&c=3&b=4&a=5').repeated).toEqual(['a', 'b']);
		expect(read('?a=1&b=2').repeated).toEqual([]);
	});

	it('never throws', () => {
		fc.assert(
			fc.property(anyText(), (text) => {
				expect(read(`?${text}`).parameters.path).toBe('authorize');
			})
		);
	});
});
