import { latestVersion } from '#lib/server/configurations/versions.ts';
import {
	findToAskAgain,
	readToAskAgain
} from '#lib/server/connect/connection-list/to-ask-again.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { requireApplication } from '../require-application.ts';
import { readView } from './view.ts';

/**
 * Whom a file of links is for: the connections of the list in the address that lack something of the
 * current version, a batch at a time. What is found is looked for at once, so that a failure is told.
 */
export async function toAskAgain({
	params,
	url,
	locals: { context }
}: Pick<RequestEvent<{ clientId: string }>, 'params' | 'url' | 'locals'>) {
	const { clientId } = await requireApplication(context, params.clientId);
	const published = await latestVersion(context, clientId);
	const asked = published?.access ?? [];
	const ids = await findToAskAgain(context, clientId, { ...readView(url.searchParams), asked });
	return {
		application: { origin: url.origin, clientId },
		version: published?.number ?? null,
		batches: readToAskAgain(context, clientId, { ids, asked })
	};
}
