/** All that an error says, with what stands behind it: how a database refuses may be the cause of another. */
export function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return '';
	return `${error.message} ${reasonOf(error.cause)}`;
}
