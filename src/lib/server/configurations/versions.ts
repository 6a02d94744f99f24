import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { DraftContent } from '#lib/access/draft-content.ts';
import { mergeSelections } from '#lib/access/merge.ts';
import { decidePublish, type PublishRefusal, type PublishRequest } from '#lib/access/publish.ts';
import { mergePurposes } from '#lib/access/merge-purposes.ts';
import { desc, eq } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { versions } from '../db/schema.ts';
import { gone, refuse, stale, type Outcome, type Stale } from '../outcome.ts';
import { findDraft, knownItems, storeDraft, type Draft } from './drafts.ts';
import { findVersionRow, readVersion, selectVersions, type Version } from './version-rows.ts';

export type { Version } from './version-rows.ts';

/** What stands on three sides once another version was published since the review. */
interface ThreeSides {
	readonly base: Version | null;
	readonly mine: DraftContent;
	readonly theirs: Version;
}

export type PublishOutcome = Outcome<{ version: Version }, PublishRefusal> | Stale<ThreeSides>;

export async function getVersion(
	context: Context,
	clientId: string,
	number: number
): Promise<Version | null> {
	return context.read(async (transaction) => findVersion(transaction, clientId, number));
}

/** The current version; null before the first. */
export async function latestVersion(context: Context, clientId: string): Promise<Version | null> {
	return context.read(async (transaction) => findLatest(transaction, clientId));
}

/**
 * Publishes the draft as the next version, if the version and the draft are still those that were
 * reviewed. Decides inside the transaction, so that what is stored is what was locked in.
 */
export async function publish(
	context: Context,
	{ clientId, ...request }: PublishRequest & { readonly clientId: string }
): Promise<PublishOutcome> {
	return context.write(async (transaction) => {
		const draft = await findDraft(transaction, clientId);
		if (!draft) return gone('application');
		const current = await findLatest(transaction, clientId);
		const decision = decidePublish(request, draft, current, officialCatalog);
		if (decision.kind === 'refused') return refuse(decision.refusal);
		if (decision.kind === 'stale') {
			const { basedOn } = request;
			const base = basedOn === null ? null : await findVersion(transaction, clientId, basedOn);
			const { selection, purposes } = draft;
			return stale({ base, mine: { selection, purposes }, theirs: decision.current });
		}
		const version: Version = {
			...decision.version,
			publishedBy: context.actor.name,
			publishedAt: context.machineNow
		};
		await transaction.db.insert(versions).values({ clientId, ...version });
		await storeDraft(transaction, clientId, draft, { basedOn: version.number });
		return { ok: true, version };
	});
}

/**
 * Puts what a version holds into the draft. Codes that the catalog no longer holds are left out.
 *
 * @returns the new draft and what it replaces
 */
export async function restoreIntoDraft(
	context: Context,
	clientId: string,
	number: number
): Promise<Outcome<{ draft: Draft; replaced: DraftContent }>> {
	return context.write(async (transaction) => {
		const current = await findDraft(transaction, clientId);
		if (!current) return gone('application');
		const version = await findVersion(transaction, clientId, number);
		if (!version) return gone('version');
		const draft = await storeDraft(transaction, clientId, current, {
			selection: knownItems(version.selection),
			purposes: version.purposes
		});
		return { ok: true, draft, replaced: current };
	});
}

/**
 * Merges what was published meanwhile into the draft, three ways, and lets the draft go on from
 * there. Where both changed the same item or purpose, the draft's side stands.
 *
 * @param base version that the draft's changes were made on; null when there was none
 */
export async function mergeCurrentIntoDraft(
	context: Context,
	clientId: string,
	base: number | null
): Promise<Outcome<{ draft: Draft }>> {
	return context.write(async (transaction) => {
		const draft = await findDraft(transaction, clientId);
		if (!draft) return gone('application');
		const current = await findLatest(transaction, clientId);
		const common = base === null ? null : await findVersion(transaction, clientId, base);
		const { merged } = mergeSelections(
			common?.selection ?? [],
			draft.selection,
			current?.selection ?? []
		);
		const told = mergePurposes(common?.purposes ?? {}, draft.purposes, current?.purposes ?? {});
		const next = {
			selection: knownItems(merged),
			purposes: told.merged,
			basedOn: current?.number ?? null
		};
		return { ok: true, draft: await storeDraft(transaction, clientId, draft, next) };
	});
}

async function findVersion(
	transaction: Transaction,
	clientId: string,
	number: number
): Promise<Version | null> {
	const row = await findVersionRow(transaction, clientId, number);
	return row && readVersion(row);
}

async function findLatest({ db }: Transaction, clientId: string): Promise<Version | null> {
	const [version] = await selectVersions(db)
		.where(eq(versions.clientId, clientId))
		.orderBy(desc(versions.number))
		.limit(1);
	return version ? readVersion(version) : null;
}
