import { findRenamed } from '../../applications/client-ids.ts';
import type { Context } from '../../context.ts';
import { findApplication, type OwnersApplication } from './find-application.ts';

/** Finds an application also by a client id that it had before, and however that is spelled. */
export async function findCalled(
	context: Context,
	called: string
): Promise<OwnersApplication | null> {
	const clientId = called.toLowerCase();
	return context.read(async (transaction) => {
		const found = await findApplication(transaction, clientId);
		if (found) return found;
		const renamed = await findRenamed(transaction, clientId);
		return renamed && findApplication(transaction, renamed.clientId);
	});
}
