/** A setting that cannot be used. The message names the variable and what is allowed. */
export class SettingsError extends Error {
	override readonly name = 'SettingsError';
}

export interface Settings {
	readonly host: string;
	readonly port: number;
	/** Address that browsers use, e.g. `http://127.0.0.1:3000`; no path. */
	readonly origin: string;
	/** Path of the SQLite file, or `:memory:`. */
	readonly databaseFile: string;
	/** Whether those who ask too often are told to wait; off for test runs and benchmarks. */
	readonly rateLimits: boolean;
}

/** Whether an address leads to this machine only, as while developing. */
export function isLoopbackOrigin(origin: string): boolean {
	return LOOPBACK.has(new URL(origin).hostname.replace(/^\[|\]$/g, ''));
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** Turns the text of a variable into its value; null when it cannot be used. */
type Parse<T> = (text: string) => T | null;

const parseHost: Parse<string> = (text) => (/^[A-Za-z0-9.:-]+$/.test(text) ? text : null);

const parsePort: Parse<number> = (text) => {
	const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
	return port >= 1 && port <= 65_535 ? port : null;
};

const parseOrigin: Parse<string> = (text) => {
	const url = URL.parse(text);
	const bare = url && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '');
	return bare ? url.origin : null;
};

const parseDatabaseUrl: Parse<string> = (text) =>
	/^(file:.+|:memory:)$/.test(text) ? text.replace(/^file:/, '') : null;

const parseSwitch: Parse<boolean> = (text) =>
	text === 'on' || text === 'off' ? text === 'on' : null;

/**
 * Reads every setting from the environment. Without zod, which would take a tenth of the start.
 *
 * @throws {SettingsError} one line that names the variable, what it holds and what is allowed.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
	const read = <T>(name: string, parse: Parse<T>, fallback: string, allowed: string): T => {
		const value = env[name] === undefined || env[name] === '' ? fallback : env[name];
		const parsed = parse(value);
		if (parsed !== null) return parsed;
		throw new SettingsError(`${name} is ${JSON.stringify(value)}; allowed is ${allowed}.`);
	};
	const host = read('HOST', parseHost, '127.0.0.1', 'an address to listen on, e.g. 127.0.0.1');
	const port = read('PORT', parsePort, '3000', 'a port number from 1 to 65535');
	if (!LOOPBACK.has(host) && !env.ORIGIN) {
		throw new SettingsError(
			`HOST is ${JSON.stringify(host)}, which others can reach, and ORIGIN is not set; set ORIGIN to the address that browsers use, e.g. https://valetkey.example.com, or leave HOST at 127.0.0.1.`
		);
	}
	const ownAddress = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
	const origin = read(
		'ORIGIN',
		parseOrigin,
		ownAddress,
		'an http or https address without a path, e.g. https://valetkey.example.com'
	);
	const databaseFile = read(
		'DATABASE_URL',
		parseDatabaseUrl,
		'file:data/valetkey.db',
		'file: followed by a path, e.g. file:data/valetkey.db'
	);
	const rateLimits = read('RATE_LIMITS', parseSwitch, 'on', 'on or off');
	return { host, port, origin, databaseFile, rateLimits };
}
