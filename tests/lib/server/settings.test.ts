import { readSettings, SettingsError } from '#lib/server/settings.ts';
import { describe, expect, it } from 'vitest';

const PUBLIC = 'https://keys.example.com';
const ALLOWED = { ALLOW_PUBLIC: '1' };
const KEY = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFG=';

describe('readSettings', () => {
	it('takes the documented values when nothing is set', () => {
		expect(readSettings({})).toEqual({
			host: '127.0.0.1',
			port: 3000,
			origin: 'http://127.0.0.1:3000',
			origins: ['http://127.0.0.1:3000'],
			isPublic: false,
			proxy: null,
			database: { file: 'data/valetkey.db' },
			secretKey: null,
			seedFile: null,
			databaseConnections: 16,
			rateLimits: true,
			logLevel: 'info',
			maxApplications: 2000,
			keepDays: {
				...{ sessions: 90, codes: 30, tokens: 90, machineTokens: 7, calls: 400 },
				...{ signIns: 30, mails: 7, deliveries: 7 }
			},
			mail: { kind: 'outbox' },
			webhookHosts: []
		});
	});

	it.each([
		[{ PORT: '8080' }, { port: 8080, origin: 'http://127.0.0.1:8080' }],
		[{ PORT: '80' }, { port: 80, origin: 'http://127.0.0.1' }],
		[{ PORT: '0' }, { port: 0 }],
		[{ HOST: '::1' }, { host: '::1', origin: 'http://[::1]:3000' }],
		[{ HOST: 'localhost' }, { origin: 'http://localhost:3000' }],
		[
			{ ORIGIN: `${PUBLIC}/`, ...ALLOWED },
			{ origin: PUBLIC, origins: [PUBLIC] }
		],
		[
			{ ORIGINS: `${PUBLIC}, http://valetkey:3000`, ...ALLOWED },
			{ origin: PUBLIC, origins: [PUBLIC, 'http://valetkey:3000'] }
		],
		[
			{ ORIGIN: 'http://valetkey:3000', ORIGINS: `${PUBLIC} http://valetkey:3000`, ...ALLOWED },
			{ origin: 'http://valetkey:3000', origins: ['http://valetkey:3000', PUBLIC] }
		],
		[{ ORIGINS: 'http://localhost:8080' }, { origin: 'http://localhost:8080' }],
		[
			{ HOST: '0.0.0.0', ORIGIN: PUBLIC, ...ALLOWED },
			{ host: '0.0.0.0', origin: PUBLIC }
		],
		[
			{ HOST: '0.0.0.0', ORIGINS: 'http://localhost:8080', ...ALLOWED },
			{ origin: 'http://localhost:8080' }
		],
		[{ DATABASE_URL: 'file:/var/lib/keys.db' }, { database: { file: '/var/lib/keys.db' } }],
		[{ DATABASE_URL: ':memory:' }, { database: { file: ':memory:' } }],
		[
			{ DATABASE_URL: 'postgres://me:secret@db:5433/keys?sslmode=require' },
			{ database: { url: 'postgres://me:secret@db:5433/keys?sslmode=require' } }
		],
		[
			{ DATABASE_URL: 'postgresql:///keys?host=/run/postgresql', DATABASE_CONNECTIONS: '40' },
			{ database: { url: 'postgresql:///keys?host=/run/postgresql' }, databaseConnections: 40 }
		],
		[{ DATABASE_URL: 'file::memory:' }, { database: { file: ':memory:' } }],
		[{ PORT: '' }, { port: 3000 }],
		[{ SECRET_KEY: KEY }, { secretKey: KEY }],
		[{ SECRET_KEY: '' }, { secretKey: null }],
		[{ SEED: 'ci/seed.json' }, { seedFile: 'ci/seed.json' }],
		[{ SEED: '' }, { seedFile: null }],
		[{ RATE_LIMITS: 'off' }, { rateLimits: false }],
		[{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
		[{ MAX_APPLICATIONS: '1' }, { maxApplications: 1 }],
		[
			{ WEBHOOK_HOSTS: 'Hooks.example.com., other_one 8.8.8.8 [2606:4700::1111]' },
			{ webhookHosts: ['hooks.example.com', 'other_one', '8.8.8.8', '2606:4700::1111'] }
		],
		[{ KEEP_SESSIONS_DAYS: '1' }, { keepDays: { sessions: 1 } }],
		[{ KEEP_CODES_DAYS: 'off' }, { keepDays: { codes: null } }],
		[{ KEEP_TOKENS_DAYS: '60' }, { keepDays: { tokens: 60 } }],
		[{ KEEP_MACHINE_TOKENS_DAYS: '99999' }, { keepDays: { machineTokens: 99_999 } }],
		[{ KEEP_CALLS_DAYS: '31' }, { keepDays: { calls: 31 } }],
		[
			{ KEEP_SIGN_INS_DAYS: '1', KEEP_MAILS_DAYS: 'off' },
			{ keepDays: { signIns: 1, mails: null } }
		],
		[{ ORIGIN: PUBLIC, ...ALLOWED }, { mail: { kind: 'off' } }],
		[
			{ SMTP_URL: 'smtp://mail.example.com:587' },
			{ mail: { kind: 'smtp', url: 'smtp://mail.example.com:587', from: 'no-reply@localhost' } }
		],
		[
			{ SMTP_URL: 'smtps://me:secret@mail.example.com', ORIGIN: PUBLIC, ...ALLOWED },
			{ mail: { kind: 'smtp', from: `no-reply@${new URL(PUBLIC).hostname}` } }
		],
		[
			{ SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'keys@example.com' },
			{ mail: { kind: 'smtp', from: 'keys@example.com' } }
		],
		[
			{ ADDRESS_HEADER: 'X-Forwarded-For', ADDRESS_HOPS: '2' },
			{ proxy: { addressHeader: 'x-forwarded-for', hops: 2 } }
		]
	])('reads %j', (env, expected) => {
		expect(readSettings(env)).toMatchObject(expected);
	});

	it.each([
		[{}, false],
		[{ HOST: '::1' }, false],
		[{ HOST: '127.0.0.2' }, false],
		[{ ORIGIN: 'http://localhost:8080' }, false],
		[{ ORIGINS: 'http://localhost:8080,http://[::1]:3000' }, false],
		[{ HOST: '0.0.0.0', ORIGIN: 'http://localhost:3000' }, true],
		[{ HOST: '::', ORIGIN: 'http://localhost:3000' }, true],
		[{ HOST: '192.0.2.1', ORIGIN: 'http://localhost:3000' }, true],
		[{ HOST: '127.0.0.1.example.com', ORIGIN: 'http://localhost:3000' }, true],
		[{ ORIGIN: PUBLIC }, true],
		[{ ORIGIN: 'http://192.0.2.1:3000' }, true],
		[{ ORIGINS: 'http://127.0.0.1:3000,http://valetkey:3000' }, true]
	])('%j is public: %s', (env, isPublic) => {
		expect(readSettings({ ...env, ...ALLOWED }).isPublic).toBe(isPublic);
		const start = () => readSettings(env);
		if (isPublic) expect(start).toThrow(/ALLOW_PUBLIC=1/);
		else expect(start).not.toThrow();
	});

	const noSignIn =
		'which others can reach, and Valetkey has no sign-in yet: whoever reaches it may read and change everything. Put something in front of it that asks who comes (docs/deploy.md) and say so with ALLOW_PUBLIC=1, or stay on 127.0.0.1.';

	it.each([
		[
			{ PORT: 'abc' },
			'PORT is "abc"; allowed is a port number from 1 to 65535, or 0 for any free one.'
		],
		[
			{ PORT: '65536' },
			'PORT is "65536"; allowed is a port number from 1 to 65535, or 0 for any free one.'
		],
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
			{ ORIGINS: 'http://localhost:3000,keys.example.com' },
			'ORIGINS is "http://localhost:3000,keys.example.com"; allowed is a list of http or https addresses without a path, e.g. https://valetkey.example.com,http://valetkey:3000.'
		],
		[
			{ DATABASE_URL: 'mysql://me:secret@db/keys' },
			'DATABASE_URL is "mysql://…@db/keys"; allowed is file: followed by a path, e.g. file:data/valetkey.db, or the address of a database of PostgreSQL, e.g. postgres://user:password@host:5432/valetkey.'
		],
		[
			{ DATABASE_URL: 'postgres://me:sec@ret@db' },
			'DATABASE_URL is "postgres://…@db"; allowed is file: followed by a path, e.g. file:data/valetkey.db, or the address of a database of PostgreSQL, e.g. postgres://user:password@host:5432/valetkey.'
		],
		[
			{ DATABASE_URL: 'postgres://db?user=me&password=secret&ssl=0' },
			'DATABASE_URL is "postgres://db?user=me&password=…&ssl=0"; allowed is file: followed by a path, e.g. file:data/valetkey.db, or the address of a database of PostgreSQL, e.g. postgres://user:password@host:5432/valetkey.'
		],
		[
			{ SECRET_KEY: 'changeme' },
			'SECRET_KEY cannot be used: it has 8 characters; allowed are 32 random bytes or more in base64 or hex, e.g. what "openssl rand -base64 32" prints.'
		],
		[
			{ DATABASE_CONNECTIONS: '0' },
			'DATABASE_CONNECTIONS is "0"; allowed is a number from 1 to 999.'
		],
		[
			{ MAX_APPLICATIONS: '0' },
			'MAX_APPLICATIONS is "0"; allowed is a whole number from 1 to 999999.'
		],
		[
			{ KEEP_SESSIONS_DAYS: '0' },
			'KEEP_SESSIONS_DAYS is "0"; allowed is a whole number of days from 1 to 99999, or off to keep everything.'
		],
		[
			{ KEEP_TOKENS_DAYS: '59' },
			'KEEP_TOKENS_DAYS is "59"; allowed is a whole number of days from 60 to 99999, or off to keep everything.'
		],
		[
			{ SMTP_URL: 'mail.example.com:587' },
			'SMTP_URL is "mail.example.com:587"; allowed is the address of a mail server, e.g. smtp://user:password@mail.example.com:587, or smtps:// with 465.'
		],
		[
			{ SMTP_URL: 'http://me:secret@mail.example.com' },
			'SMTP_URL is "http://…@mail.example.com"; allowed is the address of a mail server, e.g. smtp://user:password@mail.example.com:587, or smtps:// with 465.'
		],
		[
			{ MAIL_FROM: 'Keys <keys@example.com>' },
			'MAIL_FROM is "Keys <keys@example.com>"; allowed is the e-mail address that mail comes from, e.g. no-reply@example.com.'
		],
		[{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud"; allowed is error, warn, info, debug, silent.'],
		[
			{ ADDRESS_HEADER: 'x forwarded' },
			'ADDRESS_HEADER is "x forwarded"; allowed is the name of a header, e.g. x-forwarded-for.'
		],
		[
			{ ADDRESS_HOPS: '0' },
			'ADDRESS_HOPS is "0"; allowed is how many proxies add to the header, from 1.'
		],
		[
			{ TRUSTED_PROXIES: '10.0.0.0/40' },
			'TRUSTED_PROXIES is "10.0.0.0/40"; allowed is a list of addresses or subnets, e.g. 127.0.0.1,172.16.0.0/12.'
		],
		[
			{ HOST: '0.0.0.0' },
			'HOST is "0.0.0.0", which others can reach, and ORIGIN is not set; set ORIGIN to the address that browsers use, e.g. https://valetkey.example.com, or leave HOST at 127.0.0.1.'
		],
		[{ HOST: '0.0.0.0', ORIGIN: PUBLIC }, `HOST is "0.0.0.0", ${noSignIn}`],
		[{ ORIGIN: PUBLIC }, `ORIGIN is "${PUBLIC}", ${noSignIn}`],
		[{ ORIGIN: 'http://localhost:3000', ORIGINS: PUBLIC }, `ORIGINS is "${PUBLIC}", ${noSignIn}`],
		[{ ORIGIN: PUBLIC, ALLOW_PUBLIC: '0' }, `ORIGIN is "${PUBLIC}", ${noSignIn}`],
		[
			{ ORIGIN: PUBLIC, ALLOW_PUBLIC: 'yes' },
			'ALLOW_PUBLIC is "yes"; allowed is 1, or leave it out.'
		],
		[{ ALLOW_PUBLIC: 'true' }, 'ALLOW_PUBLIC is "true"; allowed is 1, or leave it out.']
	])('refuses %j in one line', (env, message) => {
		expect(() => readSettings(env)).toThrow(new SettingsError(message));
	});
});
