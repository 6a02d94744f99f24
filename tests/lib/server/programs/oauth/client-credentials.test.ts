import { OAuthError } from '#lib/connect/oauth-error.ts';
import { invalidClient } from '#lib/server/programs/oauth/invalid-client.ts';
import { readClientCredentials } from '#lib/server/programs/oauth/client-credentials.ts';
import { describe, expect, it } from 'vitest';
import type { Parameters } from '../../../../support/connect.ts';

const CHALLENGE = 'Basic realm="Valetkey", charset="UTF-8"';
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const read = (authorization: string | null, body: Parameters = {}) =>
	readClientCredentials({
		authorization,
		body: new Map(
			Object.entries(body).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
		),
		flags: null
	});

describe('readClientCredentials', () => {
	it.each([
		[basic('id:secret'), 'id', 'secret'],
		[basic('id:se:cret'), 'id', 'se:cret'],
		[basic('id:a%2Bb%3A'), 'id', 'a+b:'],
		[basic('a+b:c+d'), 'a b', 'c d'],
		[basic('id:100%'), 'id', '100%'],
		[basic('id:ä'), 'id', 'ä'],
		[basic('id:x').replace('Basic', 'bAsIc'), 'id', 'x'],
		[basic('id:x').replace(' ', '   '), 'id', 'x'],
		[basic('id:line\nbreak'), 'id', 'line\nbreak']
	])('reads %s', (authorization, id, secret) => {
		expect(read(authorization)).toEqual({ id, secret });
		expect(read(authorization, { client_id: id })).toEqual({ id, secret });
	});

	it('knows a client by one id, however it is written', () => {
		const id = '8229DF9F-91a0-4ff0-a1ae-a1f38ee24d07';
		expect(read(basic(`${id}:s`))).toEqual({ id: id.toLowerCase(), secret: 's' });
		expect(read(basic('client_01ABC:s'))).toEqual({ id: 'client_01ABC', secret: 's' });
	});

	it('does not keep an id that is too long to be one', () => {
		expect(read(basic(`${'x'.repeat(64)}:s`))).toMatchObject({ secret: 's' });
		expect(read(basic(`${'x'.repeat(65)}:s`))).toEqual(invalidClient());
	});

	it('reads the body as it is', () => {
		expect(read(null, { client_id: 'a%2Bb', client_secret: 'c+d' })).toEqual({
			id: 'a%2bb',
			secret: 'c+d'
		});
	});

	it.each([
		'Basic',
		'Basic ',
		'Basic !!!',
		`Bearer ${Buffer.from('id:x').toString('base64')}`,
		basic('no colon'),
		basic(':secret'),
		basic('id:'),
		`${basic('id:x')} more`,
		'Basic aWQ6eA===',
		''
	])('refuses the header %j', (authorization) => {
		const answer = read(authorization);
		expect(answer).toMatchObject({
			error: 'invalid_client',
			description:
				"The Authorization header is not 'Basic' with base64 of client_id:client_secret.",
			headers: { 'www-authenticate': CHALLENGE }
		});
	});

	it.each([
		[{}, 'client_id'],
		[{ client_secret: 'x' }, 'client_id'],
		[{ client_id: 'id' }, 'client_secret']
	])('says what is missing in %j', (body, name) => {
		expect(read(null, body)).toMatchObject({
			error: 'invalid_client',
			status: 401,
			description: `${name} is missing; send both by HTTP Basic or in the body.`,
			headers: { 'www-authenticate': CHALLENGE }
		});
	});

	it.each([
		{ client_secret: 'secret' },
		{ client_id: 'id', client_secret: 'secret' },
		{ client_id: 'another' }
	])('refuses Basic beside %j in the body', (body) => {
		const answer = read(basic('id:secret'), body);
		expect(answer instanceof OAuthError && answer.status).toBe(400);
		expect(answer).toMatchObject({
			error: 'invalid_request',
			description:
				'The client stands in the Authorization header and in the body; send it in one of them.'
		});
	});
});

describe('invalidClient', () => {
	it('says how to authenticate', () => {
		expect(invalidClient()).toMatchObject({
			error: 'invalid_client',
			description: 'The client id or the client secret is wrong.',
			headers: { 'www-authenticate': CHALLENGE }
		});
	});
});
