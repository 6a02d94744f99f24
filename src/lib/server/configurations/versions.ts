import { officialCatalog } from '#lib/access/catalog/official.ts';
import { currentCodes } from '#lib/access/current-codes.ts';
import { derive, type Access } from '#lib/access/derive.ts';
import { diffAccess, type Verdict } from '#lib/access/diff.ts';
import { mergeSelections } from '#lib/access/merge.ts';
import { checkReason, normalizeReason, type ReasonFault } from '#lib/access/publish-reason.ts';
import { formatScope } from '#lib/access/scope.ts';
import { sameSelection, type Selection } from '#lib/access/selection.ts';
import { and, desc, eq, lte } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import type { Db } from '../db/engine.ts';
import { versions } from '../db/schema.ts';
import { knownItems, requireDraft, storeDraft, type Draft } from './drafts.ts';

export const VERSIONS_PER_PAGE = 50;

/** A published selection with what it derived to at that time; never changed again. */
export interface Version {
	readonly number: number;
	readonly selection: Selection;
	readonly access: Access;
	readonly scope: string;
	/** The reason that was given; may be empty in the first version and where nothing widened. */
	readonly message: string;
	readonly verdict: Verdict;
	readonly catalogRevision: string;
	readonly publishedBy: string;
	/** Milliseconds since 1970. */
	readonly publishedAt: number;
}

/** Why nothing was published, in words. */
const REFUSALS = {
	empty:
		'Nothing was published: the selection asks for no permission, and an owner must have at least one to grant. Select an item first.',
	unchanged: 'Nothing was published: the draft is the same as the current version.',
	'draft-changed':
		'Nothing was published: the draft changed after you opened this review. Look at the changes again.'
} as const;

type PublishRefusal = keyof typeof REFUSALS | ReasonFault['code'];

export type PublishOutcome =
	| { readonly kind: 'published'; readonly version: Version }
	/** Another version was published meanwhile; nothing was written. */
	| {
			readonly kind: 'stale';
			readonly base: Version | null;
			readonly mine: Selection;
			readonly theirs: Version;
	  }
	| { readonly kind: 'refused'; readonly reason: PublishRefusal; readonly message: string };

export interface VersionPage {
	/** Number of the current version, and so how many there are; 0 before the first. */
	readonly total: number;
	/** The page that is shown, from 1; the nearest one there is to the page that was wanted. */
	readonly page: number;
	readonly pages: number;
	/** The newest first. */
	readonly versions: readonly Version[];
	/** The version before the oldest of the page; null before the first. */
	readonly previous: Version | null;
}

/** A page of the versions of an application. Their numbers have no gaps, so each page is a range of them. */
export async function pageOfVersions(
	context: Context,
	clientId: string,
	wanted: number
): Promise<VersionPage> {
	return context.read(async (transaction) => {
		const total = (await findLatest(transaction, clientId))?.number ?? 0;
		const pages = Math.max(1, Math.ceil(total / VERSIONS_PER_PAGE));
		const page = Math.min(Math.max(1, wanted), pages);
		const newest = total - (page - 1) * VERSIONS_PER_PAGE;
		const rows = await selectVersions(transaction.db)
			.where(and(eq(versions.clientId, clientId), lte(versions.number, newest)))
			.orderBy(desc(versions.number))
			.limit(VERSIONS_PER_PAGE + 1);
		const read = rows.map(withCurrentCodes);
		return {
			total,
			page,
			pages,
			versions: read.slice(0, VERSIONS_PER_PAGE),
			previous: read[VERSIONS_PER_PAGE] ?? null
		};
	});
}

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
 * reviewed. Derives inside the transaction, so that what is stored is what was locked in.
 */
export async function publish(
	context: Context,
	input: {
		readonly clientId: string;
		/** Version that the review compared with; null when there was none. */
		readonly basedOn: number | null;
		/** Revision of the draft that was reviewed. */
		readonly draftRevision: number;
		readonly message: string;
		readonly publishedBy: string;
	}
): Promise<PublishOutcome> {
	const message = normalizeReason(input.message);
	return context.write(async (transaction) => {
		const { clientId } = input;
		const current = await findLatest(transaction, clientId);
		const draft = await requireDraft(transaction, clientId);
		if (current && current.number !== input.basedOn) {
			const base =
				input.basedOn === null ? null : await findVersion(transaction, clientId, input.basedOn);
			return { kind: 'stale', base, mine: draft.selection, theirs: current };
		}
		if (draft.revision !== input.draftRevision) return refuse('draft-changed');
		const access = derive(draft.selection, officialCatalog);
		if (access.length === 0) return refuse('empty');
		if (current && sameSelection(current.selection, draft.selection)) return refuse('unchanged');
		const { verdict } = diffAccess(current?.access ?? [], access);
		const fault = checkReason(message, verdict, current?.number ?? null);
		if (fault) return { kind: 'refused', reason: fault.code, message: fault.message };
		const version: Version = {
			number: (current?.number ?? 0) + 1,
			selection: draft.selection,
			access,
			scope: formatScope(access),
			message,
			verdict,
			catalogRevision: officialCatalog.revision,
			publishedBy: input.publishedBy,
			publishedAt: context.machineNow
		};
		await transaction.db.insert(versions).values({ clientId, ...version });
		await storeDraft(transaction, clientId, draft, draft.selection, version.number);
		return { kind: 'published', version };
	});
}

/**
 * Puts a version's selection into the draft. Codes that the catalog no longer holds are left out.
 *
 * @returns the new draft and the selection it replaces, or null when there is no such version.
 */
export async function restoreIntoDraft(
	context: Context,
	clientId: string,
	number: number
): Promise<{ readonly draft: Draft; readonly replaced: Selection } | null> {
	return context.write(async (transaction) => {
		const current = await requireDraft(transaction, clientId);
		const version = await findVersion(transaction, clientId, number);
		if (!version) return null;
		const draft = await storeDraft(transaction, clientId, current, knownItems(version.selection));
		return { draft, replaced: current.selection };
	});
}

/**
 * Merges what was published meanwhile into the draft, three ways, and lets the draft go on from
 * there. Where both changed the same item, the draft's side stands.
 *
 * @param base version that the draft's changes were made on; null when there was none
 */
export async function mergeCurrentIntoDraft(
	context: Context,
	clientId: string,
	base: number | null
): Promise<Draft> {
	return context.write(async (transaction) => {
		const draft = await requireDraft(transaction, clientId);
		const current = await findLatest(transaction, clientId);
		const common = base === null ? null : await findVersion(transaction, clientId, base);
		const { merged } = mergeSelections(
			common?.selection ?? [],
			draft.selection,
			current?.selection ?? []
		);
		return storeDraft(transaction, clientId, draft, knownItems(merged), current?.number ?? null);
	});
}

async function findVersion(
	{ db }: Transaction,
	clientId: string,
	number: number
): Promise<Version | null> {
	const [version] = await selectVersions(db).where(
		and(eq(versions.clientId, clientId), eq(versions.number, number))
	);
	return version ? withCurrentCodes(version) : null;
}

async function findLatest({ db }: Transaction, clientId: string): Promise<Version | null> {
	const [version] = await selectVersions(db)
		.where(eq(versions.clientId, clientId))
		.orderBy(desc(versions.number))
		.limit(1);
	return version ? withCurrentCodes(version) : null;
}

/** What is stored never changes, so a code that was renamed since is read by its name of today. */
function withCurrentCodes(version: Version): Version {
	return { ...version, selection: currentCodes(version.selection, officialCatalog) };
}

function selectVersions(db: Db) {
	return db
		.select({
			number: versions.number,
			selection: versions.selection,
			access: versions.access,
			scope: versions.scope,
			message: versions.message,
			verdict: versions.verdict,
			catalogRevision: versions.catalogRevision,
			publishedBy: versions.publishedBy,
			publishedAt: versions.publishedAt
		})
		.from(versions);
}

function refuse(reason: keyof typeof REFUSALS): PublishOutcome {
	return { kind: 'refused', reason, message: REFUSALS[reason] };
}
