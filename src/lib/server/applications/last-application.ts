import { UUID } from '#lib/access/client-id.ts';
import type { Context } from '../context.ts';
import { getApplicationName } from './applications.ts';

/**
 * The application whose pages a browser was on last.
 * @param clientId as its cookie holds it
 */
export async function readLastApplication(context: Context, clientId: string | undefined) {
	if (clientId === undefined || !UUID.test(clientId)) return null;
	const name = await getApplicationName(context, clientId);
	return name === null ? null : { clientId, name };
}
