import type { Problem } from '#lib/access/configuration.ts';
import { ensureManagementToken } from '../../applications/management-token.ts';
import type { Context, Transaction } from '../../context.ts';
import { verifyWebhook } from '../../webhooks/verify-webhook.ts';
import {
	changeWebhook,
	createWebhook,
	listWebhooks,
	type NewWebhook,
	type Webhook
} from '../../webhooks/webhooks.ts';
import { NO_APPLICATION, wordNotVerified, wordWebhook } from './webhook-words.ts';

/** A webhook as a seed wants it. */
export interface SeedWebhook {
	readonly clientId: string;
	/** Where it stands in the seed. */
	readonly path: string;
	readonly wanted: NewWebhook;
}

/** What became of one. */
export interface SeededWebhook {
	readonly webhook: Webhook;
	readonly change: 'created' | 'updated' | 'unchanged';
	/** Whether its receiver may have known the management token before. */
	readonly isTokenKnown: boolean;
}

export type SeedingWebhook = SeededWebhook | { readonly problem: Problem };

/** Makes a webhook of an application as it is wanted, known again by its name; part of a transaction. */
export async function seedWebhook(
	transaction: Transaction,
	{ clientId, path, wanted }: SeedWebhook
): Promise<SeedingWebhook> {
	const within = (problem: Problem) => ({
		problem: { ...problem, path: `${path}.${problem.path}` }
	});
	const all = await listWebhooks(transaction, clientId);
	const before = all.find(({ name }) => name === wanted.name.trim());
	if (!before) {
		const made = await createWebhook(transaction, clientId, wanted);
		if (made.ok) return { ...made, change: 'created' };
		return within(made.kind === 'gone' ? NO_APPLICATION : wordWebhook(made));
	}
	const ensured = await ensureManagementToken(transaction, clientId, wanted.managementToken);
	if (!ensured.ok) return within(ensured.kind === 'gone' ? NO_APPLICATION : wordWebhook(ensured));
	const { isKnown: isTokenKnown } = ensured;
	if (chosenOf(before) === chosenOf(wanted)) {
		return { webhook: before, change: 'unchanged', isTokenKnown };
	}
	const changed = await changeWebhook(transaction, before, wanted);
	if (changed.ok) return { ...changed, change: 'updated', isTokenKnown };
	return within(changed.kind === 'gone' ? NO_APPLICATION : wordWebhook(changed));
}

function chosenOf(one: Omit<NewWebhook, 'managementToken'>): string {
	const { callbackUri, errorUri, triggers, signals, autoSubscribe } = one;
	return JSON.stringify([callbackUri, errorUri, triggers, signals, autoSubscribe]);
}

/**
 * Has the receivers of webhooks prove themselves that have not yet, once all of the seed is committed.
 * One that does not, as it may not have been started, is asked again with the next seed.
 */
export function proveSeeded(context: Context, seeded: readonly SeededWebhook[]) {
	return Promise.all(
		seeded.map(async ({ webhook, change, isTokenKnown }) => {
			const { id, clientId, name } = webhook;
			const told = { id, clientId, name, change };
			if (webhook.verifiedAt !== null) return { ...told, verified: true };
			const proved = await verifyWebhook(context, webhook, { isTokenKnown });
			if (proved.ok) return { ...told, verified: true };
			const note = proved.kind === 'gone' ? {} : { note: wordNotVerified(proved).message };
			return { ...told, verified: false, ...note };
		})
	);
}
