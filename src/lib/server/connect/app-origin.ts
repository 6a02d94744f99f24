import { isAppOrigin } from '#lib/access/connect-url/redirect-uri.ts';
import { listRedirectUris } from '../applications/redirect-uris.ts';
import type { Context } from '../context.ts';

/**
 * Origins that an application proved to be its own by registering a redirect URI on them, or one
 * that names them as `app_origin`. Our last page tells the outcome to no other.
 */
export async function registeredOrigins(
	context: Context,
	clientId: string
): Promise<readonly string[]> {
	const uris = await listRedirectUris(context, clientId);
	return uris.flatMap(({ uri }) => {
		const url = URL.parse(uri);
		// An app's own scheme has the origin "null", like every page that has none.
		if (!url || !/^https?:$/.test(url.protocol)) return [];
		const named = url.searchParams.get('app_origin');
		return [url.origin, ...(named !== null && isAppOrigin(named) ? [named] : [])];
	});
}
