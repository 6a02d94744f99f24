import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { formatScope } from '#lib/access/scope-format.ts';
import { compareRecording, type ComparedRecording } from '../../recorder/compare-recording.ts';
import { beginAnew } from '../../recorder/recording.ts';
import type { Answer } from '../answer.ts';
import { queryOf, type Call } from '../call.ts';
import type { Endpoint } from '../endpoint.ts';
import { controlAnswer, controlRefusal } from './answers.ts';
import { controlReading } from './endpoint.ts';
import { refuseProblems } from './read-body.ts';

/** `GET /sandbox/api/recording?clientId=…`: what an application used, beside its draft. */
export const readingRecording = ofApplication(async (call, clientId) => {
	const compared = await compareRecording(call.context, clientId);
	return compared && inAnswer(clientId, compared);
});

/** `DELETE /sandbox/api/recording?clientId=…`: begins it anew. */
export const beginningRecording = ofApplication(async ({ context }, clientId) => {
	const isKnown = await beginAnew(context, clientId);
	return isKnown ? { clientId, since: isoTime(context.machineNow) } : null;
});

/** @param body null where no application is called so */
function ofApplication(body: (call: Call, clientId: string) => Promise<object | null>): Endpoint {
	return controlReading(async (call): Promise<Answer> => {
		const { envelope, request } = call;
		const clientId = queryOf(request).get('clientId')?.toLowerCase() ?? '';
		if (clientId === '') {
			const message = 'Write the client id of an application: ?clientId=….';
			return controlRefusal(envelope.id, refuseProblems([{ path: 'clientId', message }]));
		}
		const told = await body(call, clientId);
		if (told) return controlAnswer(told, envelope.id);
		const message =
			'There is no application with this client id; the dashboard lists those there are.';
		return controlRefusal(envelope.id, { status: 404, message });
	});
}

function inAnswer(clientId: string, recording: ComparedRecording) {
	const { begunAt, uses, draft, selection, access, needed, unused } = recording;
	return {
		clientId,
		since: isoTime(begunAt),
		selection,
		scope: formatScope(access),
		draftScope: formatScope(derive(draft, officialCatalog)),
		needed: needed.map(({ code, uses: used, ticked: inDraft, permissions }) => {
			const its = uses.filter((use) => used.includes(use.code));
			const sum = (count: (use: (typeof its)[number]) => number) =>
				its.reduce((all, use) => all + count(use), 0);
			return {
				code,
				uses: used,
				calls: sum(({ calls }) => calls),
				refused: sum(({ refused }) => refused),
				listed: sum(({ listed }) => listed),
				inDraft,
				permissions
			};
		}),
		usedNotAsked: needed
			.filter(({ missing }) => missing.length > 0)
			.map(({ code, missing: permissions }) => ({ code, permissions })),
		neverUsed: unused.map(({ code, drops: permissions }) => ({ code, permissions }))
	};
}

const isoTime = (time: number) => new Date(time).toISOString();
