/** By name: errors of the built application are of other classes than those of the launcher. */
const TOLD_IN_ONE_LINE: ReadonlySet<string> = new Set([
	'SettingsError',
	'ListenError',
	'BuildError',
	'StorageError'
]);

/** Does what a start consists of, or ends the program with why not. */
export async function startOrEnd(work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		console.error(faultOf(error));
		process.exit(1);
	}
}

/** One line for what a person can mend; the stack for what is a fault of the program. */
function faultOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if (TOLD_IN_ONE_LINE.has(error.name)) return error.message;
	return error.stack ?? error.message;
}
