import { checkConnect, checkConnectUrl } from '#lib/access/connect-url/check.ts';
import type { ConnectContext } from '#lib/access/connect-url/checks/link.ts';
import { tell, tellOnce } from '#lib/access/connect-url/finding.ts';
import { parseConnectUrl } from '#lib/access/connect-url/parse.ts';
import fc from 'fast-check';
import { anyParameters } from './arbitrary.ts';
import { describe, expect, it } from 'vitest';
import { application, clientId, context, findings } from './checks/check-table.ts';

describe('limits', () => {
	it.each([
		[2048, []],
		[
			2049,
			[
				'error state state-too-long: It has 2049 characters; write at most 2048 and keep the rest in your app.'
			]
		]
	])('takes a state of 2,048 characters: %i', (length, expected) => {
		expect(findings({ state: 's'.repeat(length) })).toEqual(expected);
	});

	it('takes a link of 8 kB', () => {
		const rest = `https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=${clientId}&external_id=`;
		const room = 8192 - rest.length;
		expect(findings({ externalId: 'x'.repeat(room) })).toEqual([]);
		expect(findings({ externalId: 'x'.repeat(room + 1) })).toEqual([
			'error null link-too-long: The link has 8193 characters; keep it to 8192, for example by a shorter state.'
		]);
	});
});

describe('checkConnectUrl', () => {
	const read = (url: string, against: ConnectContext = context) =>
		tellOnce(checkConnectUrl(parseConnectUrl(url), against)).map(({ code, message }) => [
			code,
			message
		]);
	const query = `/oauth/authorize?response_type=code&client_id=${clientId}`;

	it('tells each fault once, errors first', () => {
		const url = `https://connect.smartcar.com${query}&mod=live&user=%00&make=TESLLA`;
		expect(read(url).map(([code]) => code)).toEqual([
			'control-character',
			'unknown-make',
			'unknown-parameter',
			'not-returned'
		]);
	});

	it.each([
		['https://connect.smartcar.com', {}, []],
		['http://127.0.0.1:3000', { origins: ['http://127.0.0.1:3000'] }, []],
		[
			'http://localhost:4010',
			{},
			[
				[
					'other-origin',
					'The link leads to http://localhost:4010 on this machine; for real owners write https://connect.smartcar.com.'
				]
			]
		],
		[
			'https://connect.smartcar.com.evil.com',
			{},
			[
				[
					'other-origin',
					'The link leads to https://connect.smartcar.com.evil.com; Connect is at https://connect.smartcar.com.'
				]
			]
		],
		[
			'https://connect.smartcar.com@evil.com',
			{},
			[
				[
					'other-origin',
					'The link leads to https://connect.smartcar.com@evil.com; Connect is at https://connect.smartcar.com.'
				]
			]
		]
	])('says where a link leads that is not Connect: %s', (origin, more, expected) => {
		expect(read(origin + query, { ...context, ...more })).toEqual(expected);
	});

	it.each([
		['http://[::1]:3000', 'note'],
		['https://127.0.0.1', 'note'],
		['https://localhost.evil.com', 'warning'],
		['ftp://localhost', 'warning']
	])('takes another place on this machine for a note alone: %s', (origin, severity) => {
		expect(checkConnectUrl(parseConnectUrl(origin + query), context)).toMatchObject([
			{ code: 'other-origin', severity }
		]);
	});

	it('says no more than that a text is no URL', () => {
		expect(read('hello').map(([code]) => code)).toEqual(['not-a-url']);
	});
});

it('never throws, and always says what to write', () => {
	fc.assert(
		fc.property(anyParameters, (parameters) => {
			for (const { message } of checkConnect(parameters, application('https://a.io')).map(tell)) {
				expect(message).toMatch(/[.?]$/);
			}
		})
	);
});
