import { redirect, type Handle } from '@sveltejs/kit';
import { findRenamed, type RenamedApplication } from '../applications/client-ids.ts';
import type { Context } from '../context.ts';
import { storageErrorOf } from '../storage-error.ts';

/**
 * Leads addresses of the dashboard under a client id that an application had before to the same
 * page under the one it has. What is sent there is taken at once, since a window that was open
 * during the change knows no other address.
 */
export const followFormerId: Handle = async ({ event, resolve }) => {
	const { clientId } = event.params;
	const isRead = event.request.method === 'GET' || event.request.method === 'HEAD';
	// The portal tells no one of an application that never reached a vehicle of theirs.
	const isOwners = event.route.id?.startsWith('/my/') ?? false;
	if (clientId === undefined || (isRead && isOwners)) return resolve(event);
	const renamed = await renamedOrNone(event.locals.context, clientId.toLowerCase());
	if (!renamed) return resolve(event);
	if (isRead) {
		const { pathname, search } = event.url;
		// Not for good: the application may take its former id back.
		redirect(307, pathname.replace(clientId, renamed.clientId) + search);
	}
	event.params.clientId = renamed.clientId;
	return resolve(event);
};

/** What a hook throws, the framework answers by itself. The page says what is wrong with the storage. */
async function renamedOrNone(
	context: Context,
	clientId: string
): Promise<RenamedApplication | null> {
	try {
		return await findRenamed(context, clientId);
	} catch (error) {
		if (storageErrorOf(error)) return null;
		throw error;
	}
}
