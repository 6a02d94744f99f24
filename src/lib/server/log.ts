import { destination, pino, stdTimeFunctions } from 'pino';
import type { Settings } from './settings.ts';

/** Bytes kept for a reader that does not read; beyond it lines are dropped instead of memory taken. */
const MAX_WAITING = 1024 * 1024;

/**
 * One line of JSON each, on standard error: standard output is for whoever starts the server. Silent
 * until {@link setLogLevel} is called, so that functions used elsewhere say nothing.
 */
export const log = pino(
	{
		level: 'silent',
		base: null,
		timestamp: stdTimeFunctions.isoTime,
		formatters: { level: (label) => ({ level: label }) },
		serializers: { err: describeError }
	},
	destination({ dest: 2, sync: false, maxLength: MAX_WAITING })
);

export function setLogLevel({ logLevel }: Pick<Settings, 'logLevel'>): void {
	log.level = logLevel;
}

interface DescribedError {
	readonly name: string;
	readonly code?: string;
	readonly stack: string;
	readonly cause?: DescribedError;
}

/** Deeper causes say nothing new. */
const MAX_CAUSES = 4;

/** An error without what hangs on it: the values of a query, or the request of a client. */
export function describeError(error: unknown, depth = 0): DescribedError {
	if (!(error instanceof Error)) return { name: typeof error, stack: String(error) };
	const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
	const isCaused = error.cause !== undefined && depth < MAX_CAUSES;
	const cause = isCaused ? { cause: describeError(error.cause, depth + 1) } : {};
	return {
		name: error.name,
		...code,
		stack: withoutValues(error.stack ?? error.message),
		...cause
	};
}

/** drizzle writes the values of a failed query into its message. */
function withoutValues(text: string): string {
	return text.replace(/\nparams:[^]*?(?=\n {4}at |$)/, '');
}
