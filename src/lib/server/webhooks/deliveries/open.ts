import { readTold } from '#lib/webhooks/told.ts';
import { and, asc, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { readJson } from '../../db/stored-json.ts';
import { webhookAttempts, webhookEvents } from '../../db/webhook-schema.ts';
import { ROW, type AttemptMark, type DeliveryRow } from './list.ts';

type Headers = Readonly<Record<string, string>>;

/** One time that an event was sent, with both sides of it. */
export interface OpenedAttempt extends AttemptMark {
	readonly deliveryId: string;
	readonly uri: string;
	readonly headers: Headers;
	/** As it was sent. */
	readonly body: string;
	/** Null where no answer came. */
	readonly answerHeaders: Headers | null;
	readonly answerBody: string | null;
}

export interface OpenedDelivery extends Omit<DeliveryRow, 'attempts'> {
	/** Without what each attempt adds. */
	readonly body: string;
	readonly attempts: readonly OpenedAttempt[];
}

/** @returns null where the webhook has no such event, or no longer */
export async function findDelivery(
	context: Context,
	webhookId: string,
	eventId: string
): Promise<OpenedDelivery | null> {
	return context.read(async ({ db }) => {
		const [row] = await db
			.select(ROW)
			.from(webhookEvents)
			.where(and(eq(webhookEvents.eventId, eventId), eq(webhookEvents.webhookId, webhookId)));
		if (!row) return null;
		const rows = await db
			.select(ATTEMPT)
			.from(webhookAttempts)
			.where(eq(webhookAttempts.eventNumber, row.id))
			.orderBy(asc(webhookAttempts.id));
		const attempts = rows.map((attempt) => ({
			...attempt,
			headers: readJson(attempt.headers, attempt.deliveryId),
			answerHeaders: attempt.answerHeaders && readJson(attempt.answerHeaders, attempt.deliveryId)
		}));
		return { ...row, told: readTold(row.body), attempts };
	});
}

const ATTEMPT = {
	at: webhookAttempts.at,
	machineAt: webhookAttempts.machineAt,
	status: webhookAttempts.status,
	error: webhookAttempts.error,
	fault: webhookAttempts.fault,
	duration: webhookAttempts.duration,
	deliveryId: webhookAttempts.deliveryId,
	uri: webhookAttempts.uri,
	headers: webhookAttempts.headers,
	body: webhookAttempts.body,
	answerHeaders: webhookAttempts.answerHeaders,
	answerBody: webhookAttempts.answerBody
};
