import { verify } from '#lib/webhooks/payloads/verify.ts';
import { randomInt } from 'node:crypto';
import { findManagementToken } from '../applications/management-token.ts';
import type { Context } from '../context.ts';
import { onlyRow } from '../db/rows.ts';
import { webhookAttempts, webhookEvents, webhooks } from '../db/webhook-schema.ts';
import { eq } from 'drizzle-orm';
import { gone, OK, refuse, type Outcome } from '../outcome.ts';
import { attempt, type AttemptFault, type AttemptMade } from './attempt.ts';
import type { FindDeliveryFault } from './delivery-fault.ts';
import { letGo } from './let-go.ts';
import { newEventId } from './outbox.ts';
import { faultByRules } from './rule-faults.ts';
import { createSender, type Sender } from './send.ts';
import { attemptRow } from './settle.ts';
import { sign } from './sign.ts';
import { wakeWebhooks } from '../wake-webhooks.ts';
import { noteVerified, type Webhook } from './webhooks.ts';

/** Why an answer is no proof. */
export type ProofFault =
	| AttemptFault
	/** It is no JSON. */
	| 'no-json'
	/** It says nothing as `challenge`. */
	| 'no-challenge'
	/** It says the challenge as it came. */
	| 'echoed'
	/** It is made with the management token that was replaced. */
	| 'former-token'
	| 'wrong-challenge';

export interface NotVerified {
	readonly code: 'not-verified';
	readonly field: 'callbackUri' | 'errorUri';
	readonly data: {
		readonly uri: string;
		readonly fault: ProofFault;
		/** Of the answer; null where none came. */
		readonly status: number | null;
		/** Of the answer, its beginning. */
		readonly answer: string;
	};
}

interface Way {
	readonly sender: Sender;
	readonly findFault: FindDeliveryFault;
	/** Whether receivers may know the management token: else it is enough that they answer. */
	readonly isTokenKnown: boolean;
}

/**
 * Asks the receivers of a webhook to prove that they have the management token, each at its address.
 * Both sides of it stand in the log of deliveries.
 *
 * @param way how it is sent, in place of the usual one
 */
export async function verifyWebhook(
	context: Context,
	webhook: Webhook,
	way: Partial<Way> = {}
): Promise<Outcome<object, NotVerified>> {
	const own = way.sender ? null : createSender({ named: context.settings.webhookHosts });
	const sender = way.sender ?? own;
	if (!sender) throw new TypeError('Nothing sends.');
	const { findFault = faultByRules, isTokenKnown = true } = way;
	try {
		for (const [field, uri] of addressesOf(webhook)) {
			const fault = await prove(context, webhook, uri, { sender, findFault, isTokenKnown });
			if (fault) return refuse({ code: 'not-verified', field, data: { uri, ...fault } });
		}
	} finally {
		own?.close();
	}
	if (!(await noteVerified(context, webhook))) return gone('webhook');
	wakeWebhooks(context);
	return OK;
}

function addressesOf({ callbackUri, errorUri }: Webhook) {
	const other = errorUri !== null && errorUri !== callbackUri;
	return [
		['callbackUri', callbackUri] as const,
		...(other ? [['errorUri', errorUri] as const] : [])
	];
}

/** Characters of an answer that are told. */
const TOLD = 200;

async function prove(
	context: Context,
	webhook: Webhook,
	uri: string,
	{ sender, findFault, isTokenKnown }: Way
): Promise<{ fault: ProofFault; status: number | null; answer: string } | null> {
	const { id, clientId, signsVerify } = webhook;
	const eventId = newEventId();
	const challenge = newChallenge();
	const body = JSON.stringify(verify({ eventId, webhook }, challenge));
	const about = { clientId, webhookId: id, vehicleId: null, type: 'VERIFY' as const };
	const { now, tokens, plan } = await context.write(async (transaction) => ({
		now: transaction.now,
		tokens: await findManagementToken(transaction, clientId),
		plan: await findFault(transaction, { ...about, tries: 0, putOffBy: null })
	}));
	const token = tokens?.token ?? null;
	const event = { type: about.type, body, uri, token, signsVerify };
	const at = { at: now, machineAt: context.machineNow };
	const made = await attempt(event, at, { sender, plan });
	const { status, body: said } = made.sent;
	const proof = judge(said, challenge, tokens);
	const judged = made.error ?? (proof && !isTokenKnown && cannotProve(proof, said) ? null : proof);
	await writeDown(context, { ...about, eventId, body }, { ...made, error: judged });
	return judged && { fault: judged, status, answer: said.slice(0, TOLD) };
}

function judge(
	answer: string,
	challenge: string,
	tokens: { readonly token: string; readonly former: string | null } | null
): ProofFault | null {
	const said = challengeOf(answer);
	if (said === undefined) return 'no-json';
	if (said === null) return 'no-challenge';
	if (tokens && said === sign(challenge, tokens.token)) return null;
	if (said === challenge) return 'echoed';
	if (tokens?.former && said === sign(challenge, tokens.former)) return 'former-token';
	return 'wrong-challenge';
}

/** Whether an answer is as good as it can be of who does not know the token: nothing, or made with another. */
function cannotProve(fault: ProofFault, answer: string): boolean {
	if (fault === 'no-json' || fault === 'no-challenge') return true;
	return fault === 'wrong-challenge' && /^[0-9a-f]{64}$/.test(challengeOf(answer) ?? '');
}

/** @returns undefined for what is no JSON, and null where it says none */
function challengeOf(answer: string): string | null | undefined {
	try {
		const read: unknown = JSON.parse(answer);
		if (typeof read !== 'object' || read === null || !('challenge' in read)) return null;
		return typeof read.challenge === 'string' ? read.challenge : null;
	} catch {
		return undefined;
	}
}

async function writeDown(
	context: Context,
	event: Pick<
		typeof webhookEvents.$inferInsert,
		'eventId' | 'webhookId' | 'vehicleId' | 'type' | 'body'
	>,
	made: Omit<AttemptMade, 'error'> & { readonly error: ProofFault | null }
): Promise<void> {
	await context.write(async (transaction) => {
		const { db } = transaction;
		// It may have been deleted meanwhile.
		if ((await db.$count(webhooks, eq(webhooks.id, event.webhookId))) === 0) return;
		const state = made.error === null ? ('delivered' as const) : ('dropped' as const);
		const written = await db
			.insert(webhookEvents)
			.values({ ...event, happenedAt: made.at, state, tries: 1 })
			.returning({ id: webhookEvents.id });
		await db.insert(webhookAttempts).values(attemptRow(onlyRow(written).id, made));
		await letGo(transaction, event.webhookId, 1);
	});
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** As long as those of the platform. */
function newChallenge(): string {
	return Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
