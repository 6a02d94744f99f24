import { isSignalCode, type SignalCode } from '#lib/vehicles/signals/signals.ts';
import { and, asc, eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { ensureManagementToken, type TokenRefusal } from '../applications/management-token.ts';
import { hasApplication } from '../applications/has-application.ts';
import { dropWaiting, isRunning, subscribeByItself } from '../connect/subscriptions.ts';
import type { Context, Transaction } from '../context.ts';
import { onlyRow } from '../db/rows.ts';
import { readEach, readJson } from '../db/stored-json.ts';
import { webhookEvents, webhooks } from '../db/webhook-schema.ts';
import { gone, OK, refuse, type Gone, type Outcome } from '../outcome.ts';
import { checkWanted, type WantedRefusal, type WantedWebhook } from './check-wanted.ts';
import { lookAnew, startAnew, stopLooking } from './subscriptions.ts';

export const MAX_WEBHOOKS = 20;

/** Where an application is told what changes about vehicles. Times are milliseconds since 1970. */
export interface Webhook {
	readonly id: string;
	readonly clientId: string;
	readonly name: string;
	readonly callbackUri: string;
	/** Where errors go; null for where everything goes. */
	readonly errorUri: string | null;
	/** Signals that decide when. */
	readonly triggers: readonly SignalCode[];
	/** Signals that decide what is told. */
	readonly signals: readonly SignalCode[];
	readonly autoSubscribe: boolean;
	readonly signsVerify: boolean;
	readonly createdAt: number;
	/** Null until its receiver has proved itself. */
	readonly verifiedAt: number | null;
	/** Null while it is on. */
	readonly disabledAt: number | null;
}

/** What a webhook is made with. */
export interface NewWebhook extends WantedWebhook {
	/** Takes the place of the management token that the application has. */
	readonly managementToken?: string | undefined;
}

/** A webhook that was made. */
interface MadeWebhook {
	readonly webhook: Webhook;
	readonly managementToken: string;
	/** Whether its receiver may have known the token before. */
	readonly isTokenKnown: boolean;
}

export type WebhookRefusal =
	| WantedRefusal
	| {
			readonly code: 'too-many-webhooks';
			readonly field: 'callbackUri';
			readonly data: { readonly limit: number };
	  };

/**
 * Webhooks of an application, the oldest first.
 *
 * @param clientId null for those of all applications
 */
export async function listWebhooks(
	context: Context,
	clientId: string | null
): Promise<readonly Webhook[]> {
	return context.read(async ({ db }) => {
		const rows = await db
			.select()
			.from(webhooks)
			.where(clientId === null ? undefined : eq(webhooks.clientId, clientId))
			.orderBy(asc(webhooks.createdAt), asc(webhooks.id));
		return readEach(rows, webhookOf).read;
	});
}

/** @returns null where the application has none of this id */
export async function findWebhook(
	context: Context,
	clientId: string,
	id: string
): Promise<Webhook | null> {
	return context.read(async ({ db }) => {
		const [row] = await db.select().from(webhooks).where(isIt({ clientId, id }));
		return row ? webhookOf(row) : null;
	});
}

/** A webhook of any application. */
export async function findAnyWebhook(context: Context, id: string): Promise<Webhook | null> {
	return context.read(async ({ db }) => {
		const [row] = await db.select().from(webhooks).where(eq(webhooks.id, id));
		return row ? webhookOf(row) : null;
	});
}

/** Makes a webhook, whose receiver has yet to prove itself, and the management token that it needs for that. */
export async function createWebhook(
	context: Context,
	clientId: string,
	wanted: NewWebhook
): Promise<Outcome<MadeWebhook, WebhookRefusal | TokenRefusal>> {
	const checked = checkWanted(wanted);
	if (!checked.ok) return checked;
	return context.write(async (transaction) => {
		const { db, now } = transaction;
		if (!(await hasApplication(transaction, clientId))) return gone('application');
		if ((await db.$count(webhooks, eq(webhooks.clientId, clientId))) >= MAX_WEBHOOKS) {
			const data = { limit: MAX_WEBHOOKS };
			return refuse({ code: 'too-many-webhooks', field: 'callbackUri', data });
		}
		const ensured = await ensureManagementToken(transaction, clientId, wanted.managementToken);
		if (!ensured.ok) return ensured;
		const made = await db
			.insert(webhooks)
			.values({ ...checked.webhook, id: randomUUID(), clientId, createdAt: now })
			.returning();
		const webhook = webhookOf(onlyRow(made));
		if (webhook.autoSubscribe) await subscribeByItself(transaction, webhook);
		const { token: managementToken, isKnown: isTokenKnown } = ensured;
		return { ok: true, webhook, managementToken, isTokenKnown };
	});
}

interface WebhookKey {
	readonly clientId: string;
	readonly id: string;
}

/** Changes what somebody chose of a webhook. With another address it has to prove itself again. */
export async function changeWebhook(
	context: Context,
	key: WebhookKey,
	wanted: WantedWebhook & { readonly signsVerify?: boolean }
): Promise<Outcome<{ webhook: Webhook }, WebhookRefusal>> {
	const checked = checkWanted(wanted);
	if (!checked.ok) return checked;
	return context.write(async (transaction) => {
		const before = await findWebhook(transaction, key.clientId, key.id);
		if (!before) return gone('webhook');
		const { callbackUri, errorUri, autoSubscribe } = checked.webhook;
		const isMoved = callbackUri !== before.callbackUri || errorUri !== before.errorUri;
		const { signsVerify = before.signsVerify } = wanted;
		const changed = await transaction.db
			.update(webhooks)
			.set({ ...checked.webhook, signsVerify, ...(isMoved && { verifiedAt: null }) })
			.where(isIt(key))
			.returning();
		const webhook = webhookOf(onlyRow(changed));
		// What waits goes to the new address, once that is proved.
		if (isMoved) await stopLooking(transaction, key.id);
		else if (isRunning(before)) await lookAnew(transaction, key.id);
		if (autoSubscribe && !before.autoSubscribe) await subscribeByItself(transaction, webhook);
		return { ok: true, webhook };
	});
}

/**
 * Notes that the receiver proved itself at these addresses: from now on it is told, with a first
 * delivery for each vehicle where it had not proved itself before.
 *
 * @returns false where the webhook is no longer there, or leads elsewhere by now
 */
export async function noteVerified(
	context: Context,
	{ id, callbackUri, errorUri }: Pick<Webhook, 'id' | 'callbackUri' | 'errorUri'>
): Promise<boolean> {
	return context.write(async (transaction) => {
		const [row] = await transaction.db.select().from(webhooks).where(eq(webhooks.id, id));
		if (row?.callbackUri !== callbackUri || row.errorUri !== errorUri) return false;
		await transaction.db
			.update(webhooks)
			.set({ verifiedAt: transaction.now })
			.where(eq(webhooks.id, id))
			.returning({ id: webhooks.id });
		if (row.verifiedAt === null && row.disabledAt === null) await startAnew(transaction, id);
		return true;
	});
}

/** Stops a webhook: it is told nothing, and nothing is kept for later. */
export async function disableWebhook(context: Context, key: WebhookKey): Promise<Outcome> {
	return context.write(async (transaction) => {
		const before = await findWebhook(transaction, key.clientId, key.id);
		if (!before) return gone('webhook');
		if (before.disabledAt !== null) return OK;
		await setDisabled(transaction, key, transaction.now);
		await stopLooking(transaction, key.id);
		await dropWaiting(transaction, eq(webhookEvents.webhookId, key.id));
		return OK;
	});
}

/** Lets it go on, with a first delivery for each of its vehicles. */
export async function enableWebhook(context: Context, key: WebhookKey): Promise<Outcome> {
	return context.write(async (transaction) => {
		const before = await findWebhook(transaction, key.clientId, key.id);
		if (!before) return gone('webhook');
		if (before.disabledAt === null) return OK;
		await setDisabled(transaction, key, null);
		if (before.verifiedAt !== null) await startAnew(transaction, key.id);
		return OK;
	});
}

/** Deletes a webhook with its subscriptions and all that is known of its deliveries. */
export async function deleteWebhook(
	context: Context,
	key: WebhookKey
): Promise<{ readonly ok: true } | Gone> {
	return context.write(async ({ db }) => {
		const deleted = await db.delete(webhooks).where(isIt(key)).returning({ id: webhooks.id });
		return deleted.length > 0 ? OK : gone('webhook');
	});
}

async function setDisabled(
	{ db }: Transaction,
	key: WebhookKey,
	disabledAt: number | null
): Promise<void> {
	await db.update(webhooks).set({ disabledAt }).where(isIt(key)).returning({ id: webhooks.id });
}

const isIt = ({ clientId, id }: WebhookKey) =>
	and(eq(webhooks.clientId, clientId), eq(webhooks.id, id));

function webhookOf(row: typeof webhooks.$inferSelect): Webhook {
	return {
		...row,
		triggers: readJson(row.triggers, row.id).filter(isSignalCode),
		signals: readJson(row.signals, row.id).filter(isSignalCode)
	};
}
