import { serverMetadata } from '#lib/connect/metadata.ts';
import { asCaller, endpoint, unlimited } from '../endpoint.ts';
import { plainJson } from '../plain-json.ts';

/** What this server can do, for whoever looks it up (RFC 8414 section 3). */
export const metadata = endpoint<null, null>({
	who: () => Promise.resolve(null),
	limit: unlimited,
	permission: asCaller,
	answer: async ({ context, envelope }) =>
		plainJson(serverMetadata(context.settings.origin), envelope.id)
});
