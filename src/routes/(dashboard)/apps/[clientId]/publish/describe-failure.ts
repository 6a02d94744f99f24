import * as words from './words.en.ts';
/** What to tell when a form was answered with an error, or not at all. */
export function describeFailure(result: {
	/** Missing when no answer came. */
	readonly status?: number | undefined;
	readonly error: unknown;
}): string {
	const { status, error } = result;
	if (status === undefined) {
		return words.serverUnreachable;
	}
	if (typeof error === 'object' && error !== null && 'message' in error) {
		return String(error.message);
	}
	return words.nothingDone;
}
