import type { Context } from '../context.ts';
import { HANG_UP, toResponse } from './answer.ts';
import { faults } from './faults/stage.ts';
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
	const asked = { context, envelope, request, pathname };
	const answer = await answerProgram(asked, { fault: faults, ...standingStages(context) });
	// As a proxy would say it to whoever stands behind it.
	if (answer === HANG_UP) {
		const body = { error: 'server_error', error_description: 'The connection was cut.' };
		return Response.json(body, { status: 502 });
	}
	const response = toResponse(answer);
	if (!response) throw new TypeError(`${pathname} answers over a connection only`);
	return response;
}
