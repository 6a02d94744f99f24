import { text, texts, ticked } from '#lib/server/http/fields.ts';
import { z } from 'zod';

/** The fields of a webhook, as its form sends them. */
export const WebhookFields = z.object({
	name: text,
	callbackUri: text,
	errorUri: text,
	triggers: texts,
	signals: texts,
	autoSubscribe: ticked,
	signsVerify: ticked
});

export type TypedWebhook = z.output<typeof WebhookFields>;

/** What a form of a webhook is answered with where nothing was kept. */
export interface WebhookAnswer {
	readonly error: string;
	readonly field?: string;
	/** What it is by now, where somebody else changed it. */
	readonly edition?: string;
	/** Null where the form could not be read. */
	readonly typed: TypedWebhook | null;
}
