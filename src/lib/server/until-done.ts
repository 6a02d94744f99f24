/** Does work once, for all who ask; where it failed, whoever asks next has it tried again. */
export function untilDone<T>(work: () => Promise<T>): () => Promise<T> {
	let trying: Promise<T> | null = null;
	return () =>
		(trying ??= work().catch((error: unknown) => {
			trying = null;
			throw error;
		}));
}
