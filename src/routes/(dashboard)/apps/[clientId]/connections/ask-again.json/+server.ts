import { streamFile } from '#lib/server/http/streamed-file.ts';
import { jsonParts } from '../ask-again-file.ts';
import { toAskAgain } from '../to-ask-again.ts';
import type { RequestHandler } from './$types.js';

/** Downloads links by which owners are asked again, for a script. */
export const GET: RequestHandler = async (event) => {
	const { application, ...found } = await toAskAgain(event);
	return streamFile(
		{ name: 'ask-again.json', type: 'application/json' },
		jsonParts(application, found)
	);
};
