import { UUID } from '#lib/access/client-id.ts';
import { hasApplication } from '../../applications/has-application.ts';
import { listWholeRequests, type WholeRequest } from '../../recorder/list-requests.ts';
import { readFilter } from '../../recorder/request-filter.ts';
import { queryOf } from '../call.ts';
import { controlAnswer, controlRefusal } from './answers.ts';
import { controlReading } from './endpoint.ts';
import { refuseProblems } from './read-body.ts';
import { MOST_REQUESTS_LISTED, NOBODY } from './request-answer.ts';
import { wordFilterProblem } from './request-words.ts';

const USUAL_LIMIT = 100;

/** `GET /sandbox/api/requests`: what programs asked, and what they were answered. */
export const listingRequests = controlReading(async ({ context, envelope, request }) => {
	const query = queryOf(request);
	const { filter, problems } = readFilter(query);
	const asked = query.get('clientId');
	const clientId = asked === null ? undefined : asked === NOBODY ? null : asked.toLowerCase();
	const limit = query.get('limit') ?? String(USUAL_LIMIT);
	const most = /^\d{1,4}$/.test(limit) ? Number(limit) : 0;
	const wrong = [
		...(typeof clientId === 'string' && !(UUID.test(clientId) && (await isThere(clientId)))
			? [{ path: 'clientId', message: WRITE_CLIENT_ID }]
			: []),
		...problems.map(wordFilterProblem),
		...(most < 1 || most > MOST_REQUESTS_LISTED ? [{ path: 'limit', message: WRITE_LIMIT }] : [])
	];
	if (wrong.length > 0) return controlRefusal(envelope.id, refuseProblems(wrong));
	const found = await listWholeRequests(context, { clientId, filter, most });
	return controlAnswer({ requests: found.map(inAnswer) }, envelope.id);

	function isThere(id: string): Promise<boolean> {
		return context.read((transaction) => hasApplication(transaction, id));
	}
});

const WRITE_CLIENT_ID = `Write the client id of an application that is here, ${NOBODY} for requests that named none, or leave it out.`;
const WRITE_LIMIT = `Write a number from 1 to ${MOST_REQUESTS_LISTED}.`;

function inAnswer(request: WholeRequest) {
	const { asked, answered, unreadHeaders, unreadFields, duration, at, ...facts } = request;
	return {
		...facts,
		at: new Date(at).toISOString(),
		durationMs: duration,
		request: { ...asked, headers: headersOf(asked.headers) },
		answer: { ...answered, headers: headersOf(answered.headers) },
		unread: { headers: unreadHeaders, fields: unreadFields }
	};
}

/** By their names; one that came more than once with all that it said, in that order. */
function headersOf(headers: WholeRequest['asked']['headers']): Record<string, string | string[]> {
	const values = Map.groupBy(headers, ([name]) => name);
	return Object.fromEntries(
		[...values].map(([name, all]) => {
			const said = all.map(([, value]) => value);
			return [name, said.length === 1 ? said.join('') : said];
		})
	);
}
