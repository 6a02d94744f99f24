import { readFileSync } from 'node:fs';

/** How long, how many and how much: what one who asks may cost. Times in milliseconds. */
export interface Limits {
	/** For a client to send its header, from its first byte or the opening of the connection. */
	readonly header: number;
	/** For a client to send its whole request. */
	readonly request: number;
	/** An idle connection stays open for the next request. */
	readonly keepAlive: number;
	/** A connection on which nothing moves, neither way. */
	readonly stall: number;
	/** From a request to the last byte of its answer taken by the client; cut off at the next check. */
	readonly answer: number;
	/** Between two looks at all connections. */
	readonly check: number;
	/** Open connections; the one idle, or else awaited, for longest makes room. */
	readonly connections: number;
	/** Requests that wait on a connection for the one before them. */
	readonly pipelined: number;
	/** Bytes of answers that clients have not taken yet, over all connections. */
	readonly buffered: number;
}

export const LIMITS: Limits = {
	header: 10_000,
	request: 30_000,
	keepAlive: 5_000,
	stall: 20_000,
	answer: 120_000,
	check: 1_000,
	connections: 500,
	pipelined: 16,
	buffered: 64 * 1024 * 1024
};

/**
 * The limits of this process: connections take at most half of the files that it may have open, so
 * that however many are held, files, the database and further connections can still be opened.
 */
export function limitsFor(openFiles: number | null): Limits {
	if (openFiles === null) return LIMITS;
	const connections = Math.min(LIMITS.connections, Math.max(1, Math.floor(openFiles / 2)));
	return { ...LIMITS, connections };
}

/** Files that this process may have open at a time; null where the system does not say so in a file. */
export function mostOpenFiles(): number | null {
	try {
		const stated = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
		return stated === undefined ? null : Number(stated);
	} catch {
		return null;
	}
}
