import { readSettings, SettingsError } from '#lib/server/settings.ts';
import { describe, expect, it } from 'vitest';

describe('readSettings', () => {
	it('takes the documented values when nothing is set', () => {
		expect(readSettings({})).toEqual({
			host: '127.0.0.1',
			port: 3000,
			origin: 'http://127.0.0.1:3000',
			databaseFile: 'data/valetkey.db',
			rateLimits: true
		});
	});

	it.each([
		[{ PORT: '8080' }, { port: 8080, origin: 'http://127.0.0.1:8080' }],
		[{ HOST: '::1' }, { host: '::1', origin: 'http://[::1]:3000' }],
		[{ HOST: 'localhost' }, { origin: 'http://localhost:3000' }],
		[{ ORIGIN: 'https://keys.example.com/' }, { origin: 'https://keys.example.com' }],
		[
			{ HOST: '0.0.0.0', ORIGIN: 'https://keys.example.com' },
			{ host: '0.0.0.0', origin: 'https://keys.example.com' }
		],
		[{ DATABASE_URL: 'file:/var/lib/keys.db' }, { databaseFile: '/var/lib/keys.db' }],
		[{ DATABASE_URL: ':memory:' }, { databaseFile: ':memory:' }],
		[{ DATABASE_URL: 'file::memory:' }, { databaseFile: ':memory:' }],
		[{ PORT: '' }, { port: 3000 }],
		[{ RATE_LIMITS: 'off' }, { rateLimits: false }]
	])('reads %j', (env, expected) => {
		expect(readSettings(env)).toMatchObject(expected);
	});

	it.each([
		[{ PORT: 'abc' }, 'PORT is "abc"; allowed is a port number from 1 to 65535.'],
		[{ PORT: '0' }, 'PORT is "0"; allowed is a port number from 1 to 65535.'],
		[{ PORT: '65536' }, 'PORT is "65536"; allowed is a port number from 1 to 65535.'],
		[{ HOST: 'a b' }, 'HOST is "a b"; allowed is an address to listen on, e.g. 127.0.0.1.'],
		[
			{ ORIGIN: 'keys.example.com' },
			'ORIGIN is "keys.example.com"; allowed is an http or https address without a path, e.g. https://valetkey.example.com.'
		],
		[
			{ ORIGIN: 'https://keys.example.com/app' },
			'ORIGIN is "https://keys.example.com/app"; allowed is an http or https address without a path, e.g. https://valetkey.example.com.'
		],
		[
			{ DATABASE_URL: 'postgres://db' },
			'DATABASE_URL is "postgres://db"; allowed is file: followed by a path, e.g. file:data/valetkey.db.'
		],
		[
			{ HOST: '0.0.0.0' },
			'HOST is "0.0.0.0", which others can reach, and ORIGIN is not set; set ORIGIN to the address that browsers use, e.g. https://valetkey.example.com, or leave HOST at 127.0.0.1.'
		]
	])('refuses %j in one line', (env, message) => {
		expect(() => readSettings(env)).toThrow(new SettingsError(message));
	});
});
