import { readKeepDays, type KeepDays } from './keep-days.ts';
import { isLoopbackHost, isLoopbackOrigin } from './loopback.ts';
import { readMailWay, type MailWay } from './mail-way.ts';
import { parsePeers, type TrustedProxy } from './proxy.ts';
import { isKeyText } from './secret-key.ts';
import { reachable } from './settings-words.en.ts';

/** A setting that cannot be used. The message names the variable and what is allowed. */
export class SettingsError extends Error {
	override readonly name = 'SettingsError';
}

const LOG_LEVELS = ['error', 'warn', 'info', 'debug', 'silent'] as const;

/** Where the storage is: in a file of SQLite (or `:memory:`), or on a server of PostgreSQL. */
export type DatabasePlace = { readonly file: string } | { readonly url: string };

export interface Settings {
	readonly host: string;
	/** 0 for any free one. */
	readonly port: number;
	/** Address that browsers use, e.g. `http://127.0.0.1:3000`; no path. The first of {@link origins}. */
	readonly origin: string;
	/** All addresses under which this server is known. */
	readonly origins: readonly string[];
	/** Whether somebody on another machine may reach this server. */
	readonly isPublic: boolean;
	/** What stands in front and states who asks; null when browsers connect to us themselves. */
	readonly proxy: TrustedProxy | null;
	readonly database: DatabasePlace;
	/** Text of the key; null for the one in a file beside the database. */
	readonly secretKey: string | null;
	/** File whose applications are there from the start on; null where none is named. */
	readonly seedFile: string | null;
	/** Connections to a server of PostgreSQL that are used at one time at most. */
	readonly databaseConnections: number;
	/** Whether those who ask too often are told to wait; off for test runs and benchmarks. */
	readonly rateLimits: boolean;
	readonly logLevel: (typeof LOG_LEVELS)[number];
	/** Applications that may be there at a time. */
	readonly maxApplications: number;
	/** How mail leaves: by a server, into the outbox page of this machine, or not at all. */
	readonly mail: MailWay;
	readonly keepDays: KeepDays;
	/** Hosts beside this machine that webhooks may be sent to, in small letters. */
	readonly webhookHosts: readonly string[];
}

/** Turns the text of a variable into its value; null when it cannot be used. */
export type Parse<T> = (text: string) => T | null;

const parseHost: Parse<string> = (text) => (/^[A-Za-z0-9.:-]+$/.test(text) ? text : null);

const parsePort: Parse<number> = (text) => {
	const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
	return port <= 65_535 ? port : null;
};

const parseOrigin: Parse<string> = (text) => {
	const url = URL.parse(text);
	const bare = url && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '');
	return bare ? url.origin : null;
};

const parseOrigins: Parse<readonly string[]> = (text) => {
	const origins = text
		.split(/[\s,]+/)
		.filter(Boolean)
		.map(parseOrigin);
	return origins.every((origin) => origin !== null) ? origins : null;
};

export const parseDatabaseUrl: Parse<DatabasePlace> = (text) => {
	if (/^(file:.+|:memory:)$/.test(text)) return { file: text.replace(/^file:/, '') };
	const url = /^postgres(ql)?:\/\//.test(text) ? URL.parse(text) : null;
	return url && url.pathname.length > 1 ? { url: text } : null;
};

const parseConnections: Parse<number> = (text) =>
	/^[1-9]\d{0,2}$/.test(text) ? Number(text) : null;

const parseSwitch: Parse<boolean> = (text) =>
	text === 'on' || text === 'off' ? text === 'on' : null;

const parseAllowed: Parse<boolean> = (text) => (text === '1' || text === '0' ? text === '1' : null);

const parseHeaderName: Parse<string> = (text) =>
	/^[A-Za-z0-9-]*$/.test(text) ? text.toLowerCase() : null;

const parseCount: Parse<number> = (text) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null);

const parseHops: Parse<number> = (text) => (/^[1-9]\d?$/.test(text) ? Number(text) : null);

/** Names or addresses without port: what a URL shows as its host. */
const parseHosts: Parse<readonly string[]> = (text) => {
	const hosts = text
		.split(/[\s,]+/)
		.filter(Boolean)
		// With the dot that ends a full name or without it, it is the same.
		.map((host) => host.replace(/^\[|\]$|\.$/g, '').toLowerCase());
	return hosts.every((host) => /^[a-z0-9_.:-]+$/.test(host) && !/^[^:]+:\d+$/.test(host))
		? hosts
		: null;
};

const parseLogLevel: Parse<Settings['logLevel']> = (text) =>
	LOG_LEVELS.find((level) => level === text) ?? null;

/** What {@link parseDatabaseUrl} takes, for an error. */
export const DATABASE_URLS =
	'file: followed by a path, e.g. file:data/valetkey.db, or the address of a database of PostgreSQL, e.g. postgres://user:password@host:5432/valetkey';

/** Of an address, which may name one: errors are logged. */
const withoutPassword = (text: string) =>
	text.replace(/(?<=:\/\/).*@/, '…@').replace(/(?<=[?&]password=)[^&#]*/gi, '…');

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads every setting from the environment. Without zod, which would take a tenth of the start.
 *
 * @throws {SettingsError} one line that names the variable, what it holds and what is allowed.
 */
export function readSettings(env: Env): Settings {
	const read = <T>(name: string, parse: Parse<T>, fallback: string, allowed: string): T => {
		const value = env[name] === undefined || env[name] === '' ? fallback : env[name];
		const parsed = parse(value);
		if (parsed !== null) return parsed;
		throw new SettingsError(
			`${name} is ${JSON.stringify(withoutPassword(value))}; allowed is ${allowed}.`
		);
	};
	const host = read('HOST', parseHost, '127.0.0.1', 'an address to listen on, e.g. 127.0.0.1');
	const port = read(
		'PORT',
		parsePort,
		'3000',
		'a port number from 1 to 65535, or 0 for any free one'
	);
	const named = read(
		'ORIGINS',
		parseOrigins,
		'',
		'a list of http or https addresses without a path, e.g. https://valetkey.example.com,http://valetkey:3000'
	);
	if (!isLoopbackHost(host) && !env.ORIGIN && named.length === 0) {
		throw new SettingsError(
			`HOST is ${JSON.stringify(host)}, which others can reach, and ORIGIN is not set; set ORIGIN to the address that browsers use, e.g. https://valetkey.example.com, or leave HOST at 127.0.0.1.`
		);
	}
	const ownAddress = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
	const origin = read(
		'ORIGIN',
		parseOrigin,
		named[0] ?? URL.parse(ownAddress)?.origin ?? ownAddress,
		'an http or https address without a path, e.g. https://valetkey.example.com'
	);
	const origins = [...new Set([origin, ...named])];
	const isPublic = !isLoopbackHost(host) || !origins.every(isLoopbackOrigin);
	const allowsPublic = read('ALLOW_PUBLIC', parseAllowed, '0', '1, or leave it out');
	if (isPublic && !allowsPublic) {
		throw new SettingsError(publicRefusal(host, origins, named));
	}
	return {
		host,
		port,
		origin,
		origins,
		isPublic,
		proxy: readProxy(read),
		database: read('DATABASE_URL', parseDatabaseUrl, 'file:data/valetkey.db', DATABASE_URLS),
		seedFile: env.SEED || null,
		secretKey: readKey(env.SECRET_KEY),
		databaseConnections: read(
			'DATABASE_CONNECTIONS',
			parseConnections,
			'16',
			'a number from 1 to 999'
		),
		rateLimits: read('RATE_LIMITS', parseSwitch, 'on', 'on or off'),
		logLevel: read('LOG_LEVEL', parseLogLevel, 'info', LOG_LEVELS.join(', ')),
		maxApplications: read(
			'MAX_APPLICATIONS',
			parseCount,
			'2000',
			'a whole number from 1 to 999999'
		),
		keepDays: readKeepDays(read),
		webhookHosts: read(
			'WEBHOOK_HOSTS',
			parseHosts,
			'',
			'a list of host names without a port, e.g. hooks.example.com,staging.example.com'
		),
		mail: readMailWay(read, { origin, isPublic })
	};
}

const MAKE_KEY = 'what "openssl rand -base64 32" prints';

/** Its text is in no error. */
function readKey(text = ''): string | null {
	if (text === '' || isKeyText(text)) return text || null;
	throw new SettingsError(
		`SECRET_KEY cannot be used: it has ${text.length} characters; allowed are 32 random bytes or more in base64 or hex, e.g. ${MAKE_KEY}.`
	);
}

/** @throws {SettingsError} where servers have to share a key, and none is set */
export function checkSharedKey({
	database,
	secretKey
}: Pick<Settings, 'database' | 'secretKey'>): void {
	if ('file' in database || secretKey !== null) return;
	throw new SettingsError(
		`SECRET_KEY is not set, and all servers on one PostgreSQL share a key; set it to ${MAKE_KEY}, the same one for each of them.`
	);
}

export type Read = <T>(name: string, parse: Parse<T>, fallback: string, allowed: string) => T;

function readProxy(read: Read): TrustedProxy | null {
	const addressHeader = read(
		'ADDRESS_HEADER',
		parseHeaderName,
		'',
		'the name of a header, e.g. x-forwarded-for'
	);
	const hops = read('ADDRESS_HOPS', parseHops, '1', 'how many proxies add to the header, from 1');
	const peers = read(
		'TRUSTED_PROXIES',
		parsePeers,
		'127.0.0.0/8 ::1',
		'a list of addresses or subnets, e.g. 127.0.0.1,172.16.0.0/12'
	);
	return addressHeader === '' ? null : { addressHeader, hops, peers };
}

function publicRefusal(host: string, origins: readonly string[], named: readonly string[]): string {
	const origin = origins.find((origin) => !isLoopbackOrigin(origin)) ?? '';
	const ofOrigins = named.includes(origin) ? 'ORIGINS' : 'ORIGIN';
	const [name, value] = isLoopbackHost(host) ? [ofOrigins, origin] : ['HOST', host];
	return reachable(name, value);
}
