import { dialectOf } from '#lib/access/program-address.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from '../context.ts';
import { envelopeOf } from '../http/envelope.ts';
import { logFault } from '../log-fault.ts';
import { sendAnswer } from './answer.ts';
import { requestOf } from './call.ts';
import { faults } from './faults/stage.ts';
import { answerProgram, type Stages } from './pipeline.ts';
import { pathnameOf } from './place.ts';

/** Answers the requests that it is there for; false for all others. */
export type ProgramsListener = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Answers all that programs ask for, straight from the connection: nothing else answers at these
 * addresses, and no page is answered here.
 *
 * @param contextOf makes the context of one request
 * @param stages what takes part beside the faults, or in their place
 */
export function createProgramsListener(
	contextOf: (message: IncomingMessage) => Context,
	stages: Stages = {}
): ProgramsListener {
	const all: Stages = { fault: faults, ...stages };
	return (message, response) => {
		const pathname = pathnameOf(message.url ?? '');
		if (pathname === null || dialectOf(pathname) === null) return false;
		const context = contextOf(message);
		const envelope = envelopeOf(message, context.settings);
		const secure = envelope.origin?.startsWith('https:') === true;
		answerProgram({ context, envelope, request: requestOf(message), pathname }, all)
			.then((answer) => sendAnswer(response, answer, { pathname, secure }))
			.catch((error: unknown) => {
				logFault(error, envelope.id);
				response.destroy();
			});
		return true;
	};
}
