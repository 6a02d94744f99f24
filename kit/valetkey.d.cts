/** Applications and vehicles, as docs/control-api.md describes them. */
export interface Seed {
	readonly applications: readonly object[];
	readonly vehicles?: readonly object[];
}

export interface ValetkeyOptions {
	/** What is there from the start: a file, or what would stand in it. Nothing by default. */
	readonly seed?: string | Seed;
	/** Settings besides, e.g. `{ LOG_LEVEL: 'info' }`. */
	readonly env?: Readonly<Record<string, string>>;
	/** Milliseconds until it has to be ready; five minutes by default, since a first start builds. */
	readonly timeout?: number;
}

export interface Valetkey {
	/** For all four origins of the SDK, e.g. `http://127.0.0.1:41234`. */
	readonly url: string;
	readonly pid: number;
	/** Empties the sandbox, and makes what a seed wants: that of the start by default. */
	wipe(seed?: string | Seed): Promise<void>;
	/** Ends the server, and removes its database. A second call does nothing. */
	stop(): Promise<void>;
}

/**
 * Starts a Valetkey of its own, on a free port and over a database in a temporary folder. It ends with
 * the process that started it, however that ends.
 *
 * @throws {Error} with the server's own words when it does not start, such as what is wrong with the seed
 */
export function startValetkey(options?: ValetkeyOptions): Promise<Valetkey>;
