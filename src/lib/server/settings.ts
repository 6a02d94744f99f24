import { z } from 'zod';

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
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

const Host = z.string().regex(/^[A-Za-z0-9.:-]+$/);
const Port = z
	.string()
	.regex(/^\d{1,5}$/)
	.transform(Number)
	.refine((port) => port >= 1 && port <= 65_535);
const Origin = z.string().transform((text, context) => {
	const url = URL.parse(text);
	const bare = url && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '');
	if (!bare) context.addIssue('not an origin');
	return url?.origin ?? '';
});
const DatabaseUrl = z
	.string()
	.regex(/^(file:.+|:memory:)$/)
	.transform((url) => url.replace(/^file:/, ''));

/**
 * Reads every setting from the environment.
 *
 * @throws {SettingsError} one line that names the variable, what it holds and what is allowed.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
	const read = <T>(name: string, schema: z.ZodType<T>, fallback: string, allowed: string): T => {
		const value = env[name] === undefined || env[name] === '' ? fallback : env[name];
		const parsed = schema.safeParse(value);
		if (parsed.success) return parsed.data;
		throw new SettingsError(`${name} is ${JSON.stringify(value)}; allowed is ${allowed}.`);
	};
	const host = read('HOST', Host, '127.0.0.1', 'an address to listen on, e.g. 127.0.0.1');
	const port = read('PORT', Port, '3000', 'a port number from 1 to 65535');
	if (!LOOPBACK.has(host) && !env.ORIGIN) {
		throw new SettingsError(
			`HOST is ${JSON.stringify(host)}, which others can reach, and ORIGIN is not set; set ORIGIN to the address that browsers use, e.g. https://valetkey.example.com, or leave HOST at 127.0.0.1.`
		);
	}
	const ownAddress = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
	const origin = read(
		'ORIGIN',
		Origin,
		ownAddress,
		'an http or https address without a path, e.g. https://valetkey.example.com'
	);
	const databaseFile = read(
		'DATABASE_URL',
		DatabaseUrl,
		'file:data/valetkey.db',
		'file: followed by a path, e.g. file:data/valetkey.db'
	);
	return { host, port, origin, databaseFile };
}
