import type { Context } from '../context.ts';
import { toResponse } from './answer.ts';
import { answerProgram } from './pipeline.ts';
import { standingStages } from './standing-stages.ts';

/**
 * Asks as a program would that runs on this server, through everything but the connection.
 *
 * @param address whom the request is counted for
 */
export async function askFromWithin(
	context: Context,
	address: string,
	path: string,
	init: RequestInit
): Promise<Response> {
	const { origin } = context.settings;
	const request = new Request(new URL(path, origin), init);
	const envelope = { id: crypto.randomUUID(), address, origin };
	const { pathname } = new URL(request.url);
	const response = toResponse(
		await answerProgram({ context, envelope, request, pathname }, standingStages(context))
	);
	if (!response) throw new TypeError(`${pathname} answers over a connection only`);
	return response;
}
