import { dialectOf } from '#lib/access/program-address.ts';
import { noteRequest } from '../../recorder/request-log.ts';
import { joinHeaders, type Exchange } from '../../recorder/exchange.ts';
import { neededBy } from '../../recorder/needed.ts';
import { HANG_UP, type Answer } from '../answer.ts';
import type { Asked } from '../call.ts';
import type { Stages } from '../pipeline.ts';
import { vehicleCallsOf } from '../vehicle-call.ts';
import { WatchedRequest } from './watched-request.ts';

/** Takes note of each request and its answer, without making either wait. */
export const RECORDING = {
	watch: (request) => new WatchedRequest(request),
	record(asked, answer) {
		if (answer === HANG_UP) return tell(asked, answer, 0);
		if ('pieces' in answer) {
			return { ...answer, pieces: counted(answer.pieces, (bytes) => tell(asked, answer, bytes)) };
		}
		const bytes = Buffer.byteLength(answer.body);
		tell(asked, answer, bytes);
		return { ...answer, bytes };
	}
} satisfies Stages;

/** Passes pieces on, and tells how many bytes they were, also where they end early. */
async function* counted(
	pieces: AsyncIterable<string | Uint8Array>,
	tellBytes: (bytes: number) => void
): AsyncGenerator<string | Uint8Array> {
	let bytes = 0;
	try {
		for await (const piece of pieces) {
			bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.byteLength;
			yield piece;
		}
	} finally {
		tellBytes(bytes);
	}
}

function tell(
	{ context, envelope, request, pathname }: Asked,
	answer: Answer,
	answerBytes: number
) {
	const dialect = dialectOf(pathname);
	if (!(request instanceof WatchedRequest) || dialect === null) return;
	const { id, route, clientId, fault } = envelope;
	const exchange: Exchange = {
		id,
		route,
		clientId,
		fault,
		dialect,
		machineAt: context.machineNow,
		duration: performance.now() - request.begunAt,
		method: request.method,
		url: pathOf(request.url),
		headers: joinHeaders(request.headers),
		readHeaders: request.asked,
		body: request.body,
		read: envelope.bodyRead,
		status: answer === HANG_UP ? 0 : answer.status,
		answerHeaders: answer === HANG_UP ? {} : answer.headers,
		answer: answer !== HANG_UP && 'body' in answer ? answer.body : null,
		answerBytes,
		needed: neededBy(vehicleCallsOf(envelope))
	};
	noteRequest(context, exchange);
}

/** A request from within has the whole address. */
function pathOf(url: string): string {
	return url.startsWith('/') ? url : url.replace(/^[a-z]+:\/\/[^/]*/i, '');
}
