import { and, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { findDraft, storeDraft } from '../../configurations/drafts.ts';
import { publish } from '../../configurations/versions.ts';
import type { Transaction } from '../../context.ts';
import { applications, drafts } from '../../db/schema.ts';
import { insertApplication } from '../applications.ts';
import { insertSecret } from '../client-secrets.ts';
import { insertRedirectUri } from '../redirect-uris.ts';
import type { Change } from './judge.ts';
import type { Standing } from './standing.ts';
import type { SeededApplication, WantedApplication } from './wanted.ts';

/** Makes an application as a seed wants it; part of a transaction. */
export async function applyChange(
	transaction: Transaction,
	wanted: WantedApplication,
	standing: Standing,
	change: Change
): Promise<SeededApplication> {
	const { clientId } = wanted;
	if (change.isNew) await create(transaction, wanted, standing, change);
	else if (change.name !== null) await rename(transaction, clientId, change.name);
	for (const uri of change.redirectUris) {
		const isBuiltIn = uri === standing.sample;
		await insertRedirectUri(transaction, clientId, { uri, isBuiltIn });
	}
	if (change.clientSecret !== null) {
		const secret = change.clientSecret;
		await insertSecret(transaction, { clientId, machineClientId: null, secret });
	}
	const number = await changeDraft(transaction, wanted, standing, change);
	return {
		clientId,
		name: change.name ?? standing.name ?? wanted.name,
		change: change.isNew ? 'created' : isAnything(change) ? 'updated' : 'unchanged',
		draft: DRAFT[change.draft],
		version: number ?? standing.current?.number ?? null
	};
}

const DRAFT = { same: 'unchanged', write: 'written', keep: 'kept' } as const;

function isAnything({ name, redirectUris, clientSecret, draft, publish }: Change): boolean {
	if (name !== null || redirectUris.length > 0 || clientSecret !== null) return true;
	return draft === 'write' || publish;
}

/** Like one that a person creates, it can be rehearsed with the sample client at once. */
async function create(
	transaction: Transaction,
	{ clientId, selected, name }: WantedApplication,
	{ sample }: Standing,
	change: Change
): Promise<void> {
	await insertApplication(transaction, change.name ?? name, 'live', selected ?? {}, clientId);
	await insertRedirectUri(transaction, clientId, { uri: sample, isBuiltIn: true });
}

async function rename(
	{ db, machineNow }: Transaction,
	clientId: string,
	name: string
): Promise<void> {
	await db
		.update(applications)
		.set({ name, updatedAt: machineNow })
		.where(eq(applications.clientId, clientId));
}

/** @returns the number of the version that was published; null where none was */
async function changeDraft(
	transaction: Transaction,
	wanted: WantedApplication,
	standing: Standing,
	change: Change
): Promise<number | null> {
	const { clientId, selected } = wanted;
	if (change.draft === 'write' && standing.draft !== null) {
		await storeDraft(transaction, clientId, standing.draft, selected ?? {});
	}
	const number = change.publish ? await publishDraft(transaction, wanted, standing) : null;
	if (change.isSeeded) {
		await transaction.db
			.update(drafts)
			.set({ seededRevision: sql`${drafts.revision}` })
			.where(
				and(
					eq(drafts.clientId, clientId),
					or(isNull(drafts.seededRevision), ne(drafts.seededRevision, drafts.revision))
				)
			);
	}
	return number;
}

async function publishDraft(
	transaction: Transaction,
	{ clientId, reason }: WantedApplication,
	{ current }: Standing
): Promise<number> {
	const draft = await findDraft(transaction, clientId);
	const published = await publish(transaction, {
		clientId,
		basedOn: current?.number ?? null,
		draftRevision: draft?.revision ?? 0,
		message: reason
	});
	if (!published.ok) throw new TypeError(`What was judged is not published: ${published.kind}`);
	return published.version.number;
}
