import { streamFile } from '#lib/server/http/streamed-file.ts';
import { csvParts } from '../ask-again-file.ts';
import { toAskAgain } from '../to-ask-again.ts';
import type { RequestHandler } from './$types.js';

/** Downloads links by which owners are asked again, for a spreadsheet. */
export const GET: RequestHandler = async (event) => {
	const { application, batches } = await toAskAgain(event);
	return streamFile({ name: 'ask-again.csv', type: 'text/csv' }, csvParts(application, batches));
};
