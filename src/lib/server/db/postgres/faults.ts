import { StorageError, type StorageErrorCode } from '../../storage-error.ts';

/**
 * What an error of the server or of the way to it means. Codes of five characters are the server's
 * (PostgreSQL, Appendix A), others are Node's; where the driver gives none, its message tells.
 */
const MEANINGS: readonly (readonly [RegExp, StorageErrorCode])[] = [
	[/^Cannot use a pool after calling end/, 'unavailable'],
	[/^(28\w{3}|SASL: .*)$/, 'denied'],
	[/^3D000$/, 'missing'],
	[/^42501$/, 'rights'],
	[/^25006$|in a hot standby|during recovery/, 'standby'],
	[/^(53300|timeout exceeded when trying to connect)$/, 'exhausted'],
	[/^(57014|55P03|25P0[34]|Query read timeout)$/, 'slow'],
	[/^53[12]00$/, 'full'],
	[/^(58\w{3}|XX00[12])$/, 'disk'],
	[/^(40001|40P01)$/, 'contended'],
	[/^(.*_CERT(_.*)?|CERT_.*|UNABLE_TO_.*|ERR_TLS_.*|.*does not support SSL.*)$/, 'encryption'],
	[
		/^(08\w{3}|57P0\d|55000|E[A-Z_]*(CONN|HOST|NET|TIMEDOUT|PIPE|NOTFOUND|AGAIN|NOENT)\w*)$/,
		'unreachable'
	],
	[
		/^(Connection terminated.*|timeout expired|Client has encountered a connection error.*)$/,
		'unreachable'
	]
];

/**
 * The storage error behind an error of the driver; null when it is something else.
 *
 * @param detail what it is about, such as the server
 */
export function postgresFaultOf(error: unknown, detail = ''): StorageError | null {
	if (error instanceof StorageError) return error;
	if (!(error instanceof Error)) return null;
	const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
	const match = MEANINGS.find(([pattern]) => pattern.test(code) || pattern.test(error.message));
	if (match) return new StorageError(match[1], detail, { cause: error });
	return postgresFaultOf(error.cause, detail);
}

/** Two transactions were in each other's way; one of them has to be done again. */
export function isConflict(error: unknown): boolean {
	return postgresFaultOf(error)?.code === 'contended';
}

/** Faults after which a connection is of no use any more. */
const BROKEN: ReadonlySet<StorageErrorCode> = new Set(['unreachable', 'encryption']);

/** The connection is gone, or nobody knows what still comes through it. */
export function isBroken(error: unknown): boolean {
	const fault = postgresFaultOf(error);
	if (!fault) return false;
	return BROKEN.has(fault.code) || isUnanswered(error);
}

/** The server was waited for as long as it may take, and said nothing. */
export function isUnanswered(error: unknown): boolean {
	const fault = postgresFaultOf(error);
	return fault?.code === 'slow' && fault.cause instanceof Error && !('code' in fault.cause);
}
