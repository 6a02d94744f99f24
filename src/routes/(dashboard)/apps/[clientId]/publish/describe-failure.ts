/** What to tell when a form was answered with an error, or not at all. */
export function describeFailure(result: {
	/** Missing when no answer came. */
	readonly status?: number | undefined;
	readonly error: unknown;
}): string {
	const { status, error } = result;
	if (status === undefined) {
		return 'The server cannot be reached, so it is not known whether this was done. Your draft is kept; try again.';
	}
	if (typeof error === 'object' && error !== null && 'message' in error) {
		return String(error.message);
	}
	return 'Nothing was done. Please try again.';
}
