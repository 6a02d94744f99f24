import { getApplication } from '../../applications/applications.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import { v3Answer } from './answers.ts';
import { applicationEndpoint, idOf, nothingCalled } from './application-endpoint.ts';
import { Refused } from '../endpoint.ts';
import { originOf } from './reach.ts';

/** `GET /v3/applications`: the one that asks; the answer has one form, since none is published. */
export const applications = applicationEndpoint(async (call, { clientId }) => {
	const own = await applicationBody(call, clientId);
	if (!own) return nothingCalled(call, 'APPLICATION').answer;
	return v3Answer(call.envelope.id, {
		data: [own],
		meta: { pageNumber: 1, pageSize: 1, totalCount: 1 },
		links: { self: `${originOf(call)}/v3/applications` }
	});
});

/** `GET /v3/applications/{id}`. */
export const application = applicationEndpoint(async (call, { clientId }): Promise<Answer> => {
	const id = idOf(call, 'applicationId');
	if (id instanceof Refused) return id.answer;
	const own = id === clientId ? await applicationBody(call, clientId) : null;
	return own
		? v3Answer(call.envelope.id, { data: own })
		: nothingCalled(call, 'APPLICATION').answer;
});

async function applicationBody(call: Call, clientId: string): Promise<object | null> {
	const found = await getApplication(call.context, clientId);
	return (
		found && {
			id: clientId,
			type: 'application',
			attributes: { name: found.name },
			links: { self: `${originOf(call)}/v3/applications/${clientId}` }
		}
	);
}
