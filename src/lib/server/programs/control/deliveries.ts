import { listTold, type ToldDelivery } from '../../webhooks/deliveries/told.ts';
import { findAnyWebhook } from '../../webhooks/webhooks.ts';
import { queryOf } from '../call.ts';
import { controlAnswer, controlRefusal } from './answers.ts';
import { controlReading } from './endpoint.ts';
import { refuseProblems } from './read-body.ts';

const USUAL_LIMIT = 20;
/** Each may have 50 kB, and as much with each attempt. */
export const MOST_DELIVERIES_LISTED = 100;

/** `GET /sandbox/api/deliveries?webhook={id}`: what its receiver was told, the newest first. */
export const listingDeliveries = controlReading(async ({ context, envelope, request }) => {
	const query = queryOf(request);
	const refuse = (path: string, message: string) =>
		controlRefusal(envelope.id, refuseProblems([{ path, message }]));
	const id = query.get('webhook')?.toLowerCase() ?? '';
	if (id === '')
		return refuse('webhook', 'Write the id of a webhook, of GET /sandbox/api/webhooks.');
	const most = wholeNumber(query.get('limit') ?? String(USUAL_LIMIT));
	if (most === null || most < 1 || most > MOST_DELIVERIES_LISTED) {
		return refuse('limit', `Write a number from 1 to ${MOST_DELIVERIES_LISTED}.`);
	}
	const asked = query.get('after');
	const after = asked === null ? null : wholeNumber(asked);
	if (asked !== null && after === null) return refuse('after', 'Write next of the answer before.');
	if (!(await findAnyWebhook(context, id))) {
		return refuse(
			'webhook',
			'There is no webhook with this id; GET /sandbox/api/webhooks lists those there are.'
		);
	}
	const found = await listTold(context, id, { after, most });
	const next = found.length === most ? (found.at(-1)?.id ?? null) : null;
	return controlAnswer({ deliveries: found.map(inAnswer), next }, envelope.id);
});

const wholeNumber = (text: string) => (/^\d{1,15}$/.test(text) ? Number(text) : null);
const isoTime = (time: number) => new Date(time).toISOString();

function inAnswer({ attempts, body, happenedAt, dueAt, isTest, ...event }: ToldDelivery) {
	const { id, eventId, type, vehicleId, state } = event;
	return {
		...{ id, eventId, type, test: isTest, vehicleId, state },
		happenedAt: isoTime(happenedAt),
		dueAt: dueAt === null ? null : isoTime(dueAt),
		body: JSON.parse(attempts.at(-1)?.body ?? body) as unknown,
		attempts: attempts.map(({ deliveryId, uri, at, status, error, fault, ...sent }) => ({
			...{ deliveryId, uri, at: isoTime(at), status, error, fault },
			signature: sent.headers['sc-signature'] ?? null,
			body: sent.body,
			answer: sent.answerBody,
			durationMs: sent.duration
		}))
	};
}
